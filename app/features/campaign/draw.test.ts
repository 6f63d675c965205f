import fc from 'fast-check';
import { expect, test } from 'vitest';
import { controlQuotas, drawOf, isHeldOut, stratumOf } from './draw.ts';

const people = Array.from({ length: 10_000 }, (_, index) => `person-${index}`);

const common = (a: ReadonlySet<string>, b: ReadonlySet<string>) => [...a].filter((one) => b.has(one)).length;

test('the same salt and person fall on the same place, at whatever time', () => {
  expect(drawOf('соль', 'person-1')).toBe(drawOf('соль', 'person-1'));
  expect(drawOf('a', '018f')).toBeCloseTo(0.0434217, 6);
});

test('places are spread evenly, and another salt draws others', () => {
  const below = (salt: string) => new Set(people.filter((person) => drawOf(salt, person) < 0.1));
  const [first, second] = [below('first'), below('second')];
  // Four standard deviations of a share of a tenth of ten thousand.
  for (const drawn of [first, second]) expect(Math.abs(drawn.size - 1000)).toBeLessThan(120);
  expect(Math.abs(common(first, second) - 100)).toBeLessThan(40);
});

test('the share of control is kept in each stratum and in all', () => {
  const strata = fc.array(fc.nat({ max: 5000 }), { maxLength: 40 });
  fc.assert(
    fc.property(strata, fc.integer({ min: 0, max: 50 }), (sizes, percent) => {
      const named = sizes.map((size, index) => ({ name: `${index}`, people: size }));
      const quotas = controlQuotas(named, percent);
      for (const { name, people: size } of named) {
        const quota = quotas.get(name) ?? -1;
        expect(Math.abs(quota - (size * percent) / 100)).toBeLessThanOrEqual(1);
        expect(quota >= 0 && quota <= size).toBe(true);
      }
      const all = sizes.reduce((sum, size) => sum + size, 0);
      const given = [...quotas.values()].reduce((sum, quota) => sum + quota, 0);
      expect(given).toBe(Math.round((all * percent) / 100));
    }),
  );
});

test('the hold-out of a quarter is its share, the same all quarter, and another in the next', () => {
  const holdout = { percent: 5, salt: 'quarter' };
  const on = (date: string) => new Set(people.filter((person) => isHeldOut(holdout, person, date)));
  const [first, last, next] = [on('2026-10-01'), on('2026-12-31'), on('2027-01-01')];
  expect(Math.abs(first.size - 500)).toBeLessThan(90);
  expect([...last]).toEqual([...first]);
  expect(common(first, next)).toBeLessThan(60);
  expect(isHeldOut(null, 'person-1', '2026-10-01')).toBe(false);
});

test('alike are people of one carrier and band', () => {
  expect(stratumOf({ carrier: 'mts', band: 'high' })).toBe('mts high');
  expect(stratumOf({ carrier: 'mts', band: null })).toBe('mts none');
});
