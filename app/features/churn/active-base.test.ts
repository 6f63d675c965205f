import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '#app/features/sla/calendar-date.ts';
import { baseByDay, baseByMonth, countedOf, type LeftTogether } from './active-base.ts';
import { departureKinds } from './churn.ts';
import type { ChurnDefinition } from './definition.ts';

const first = '2026-01-01';
const dayOf = (day: number) => addDays(first, day);
const whole = { from: dayOf(20), to: dayOf(80) };

/** The life of one line: the day it joined, and days on which it left and came back in turn. */
const life = fc
  .record({
    joined: fc.integer({ min: 0, max: 60 }),
    gaps: fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 5 }),
    kind: fc.constantFrom(...departureKinds),
  })
  .map(({ joined, gaps, kind }) => {
    const moves = gaps.map(
      (_, index) => joined + gaps.slice(0, index + 1).reduce((sum, gap) => sum + gap, 0),
    );
    const left = moves.flatMap((day, index): LeftTogether[] => {
      if (index % 2 === 1) return [];
      const back = moves[index + 1];
      const returnedOn = back === undefined ? null : dayOf(back);
      return [{ on: dayOf(day), kind, carrierAccountId: 'a', returnedOn, lines: 1 }];
    });
    return { joined: dayOf(joined), left };
  });
type Life = { joined: string; left: LeftTogether[] };

const isActive = ({ joined, left }: Life, on: string) =>
  joined <= on && left.every((one) => one.on > on || (one.returnedOn !== null && one.returnedOn <= on));

test('of any history, start + joined − left + returned = end, and the end is who is there', () => {
  fc.assert(
    fc.property(fc.array(life, { maxLength: 20 }), (lives) => {
      const joined = lives.map((one) => ({ on: one.joined, lines: 1 }));
      const left = lives.flatMap((one) => one.left);
      const days = baseByDay(joined, left, whole);
      expect(days).toHaveLength(61);
      for (const [index, day] of days.entries()) {
        expect(day.start + day.joined - day.left + day.returned).toBe(day.end);
        expect(day.end).toBe(lives.filter((one) => isActive(one, day.on)).length);
        if (index > 0) expect(day.start).toBe(days[index - 1]?.end);
      }
      for (const month of baseByMonth(days))
        expect(month.start + month.joined - month.left + month.returned).toBe(month.end);
    }),
  );
});

const silent: LeftTogether = {
  on: '2026-03-10',
  kind: 'silent',
  carrierAccountId: 'a',
  returnedOn: null,
  lines: 3,
};
const definition = (over: Partial<ChurnDefinition>): ChurnDefinition => ({
  from: '2026-01-01',
  carrierAccountId: '',
  kinds: ['port-out'],
  silentDays: 90,
  ...over,
});

test.each<[string, ChurnDefinition[], number]>([
  ['by nobody’s definition everything counts', [], 1],
  ['a definition leaves it out', [definition({})], 0],
  ['one that begins later does not', [definition({ from: '2026-03-11' })], 1],
  ['the newest holds', [definition({}), definition({ from: '2026-02-01', kinds: ['silent'] })], 1],
  [
    'a contract’s own goes first',
    [definition({ carrierAccountId: 'a', kinds: ['silent'] }), definition({})],
    1,
  ],
  [
    'another contract’s is not asked',
    [definition({ carrierAccountId: 'b', kinds: ['silent'] }), definition({})],
    0,
  ],
])('%s', (_, definitions, counted) => {
  expect(countedOf([silent], definitions)).toHaveLength(counted);
});

test('a month’s rate is of those it began with', () => {
  const joined = [{ on: '2026-01-01', lines: 50 }];
  const [, march] = baseByMonth(baseByDay(joined, [silent], { from: '2026-02-01', to: '2026-03-31' }));
  expect(march).toEqual({
    month: '2026-03',
    start: 50,
    joined: 0,
    left: 3,
    returned: 0,
    end: 47,
    rate: 0.06,
  });
  expect(baseByMonth(baseByDay([], [], { from: '2026-03-01', to: '2026-03-01' }))[0]?.rate).toBeNull();
});
