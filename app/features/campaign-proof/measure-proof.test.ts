import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Tally } from './campaign-proof.ts';
import { costPerSave, measureProof } from './measure-proof.ts';

function tally(arm: Tally['arm'], members: number, happened: number, stratum = 'all', wave = 'first'): Tally {
  return { wave, stratum, arm, members, happened, reached: arm === 'treated' ? members >> 1 : 0 };
}

test('the mail of Hillstrom: 3,238 came, and 967 of them because of it', () => {
  const proof = measureProof(
    [tally('treated', 21_387, 3238), tally('control', 21_306, 2262)],
    'came-back',
    2_138_700,
  );
  expect(proof.verdict).toBe('works');
  expect(proof.counted).toBe(3238);
  expect(Math.round(proof.caused?.value ?? 0)).toBe(967);
  expect(proof.effect?.low).toBeCloseTo(0.0389, 4);
  expect(proof.effect?.high).toBeCloseTo(0.0516, 4);
  expect(Math.round(proof.costPerSave?.value ?? 0)).toBe(Math.round(2_138_700 / 967.4));
});

test.each([
  ['fewer of them left', 60, 40, 'works'],
  ['more of them left', 240, 20, 'harms'],
  ['about as many left', 100, 26, 'not-proven'],
  ['nobody left at all', 0, 0, 'not-proven'],
] as const)('%s: %i of 1,000 against %i of 250', (_, treated, control, verdict) => {
  const proof = measureProof([tally('treated', 1000, treated), tally('control', 250, control)], 'left', 100);
  expect(proof.verdict).toBe(verdict);
});

test('that fewer come back is a harm as well', () => {
  const tallies = [tally('treated', 1000, 20), tally('control', 1000, 60)];
  expect(measureProof(tallies, 'came-back', 0).verdict).toBe('harms');
  expect(measureProof(tallies, 'left', 0).verdict).toBe('works');
});

test('without anybody left alone nothing is proven, whoever stayed', () => {
  const proof = measureProof([tally('treated', 500, 10)], 'left', 5000);
  expect(proof).toMatchObject({ verdict: 'not-proven', effect: null, caused: null, costPerSave: null });
  expect(proof.counted).toBe(490);
});

test('who is held out of all campaigns is on neither side', () => {
  const drawn = [tally('treated', 900, 60), tally('control', 100, 9)];
  const held = tally('held-out', 400, 200);
  expect(measureProof([...drawn, held], 'left', 0)).toEqual(measureProof(drawn, 'left', 0));
});

test.each([
  ['surely kept', { value: 50, low: 20, high: 80 }, { value: 200, low: 125, high: 500 }],
  ['perhaps kept', { value: 50, low: -20, high: 100 }, { value: 200, low: 100, high: null }],
  ['perhaps drove away', { value: -50, low: -120, high: 20 }, { value: null, low: 500, high: null }],
  ['surely drove away', { value: -50, low: -120, high: -10 }, null],
])('what one costs who was %s', (_, caused, cost) => {
  expect(costPerSave(10_000, caused)).toEqual(cost);
});

const arm = fc
  .integer({ min: 0, max: 400 })
  .chain((members) => fc.record({ members: fc.constant(members), happened: fc.nat(members) }));
const drawn = fc
  .array(fc.record({ treated: arm, control: arm }), { minLength: 1, maxLength: 6 })
  .map((strata) =>
    strata.flatMap(({ treated, control }, place) => [
      tally('treated', treated.members, treated.happened, `${place}`),
      tally('control', control.members, control.happened, `${place}`),
    ]),
  );

test('however few are in a stratum, nobody is lost and no figure is not a number', () => {
  fc.assert(
    fc.property(drawn, (tallies) => {
      const { treated, control, effect, caused } = measureProof(tallies, 'left', 1000);
      const people = (side: string) =>
        tallies.filter((one) => one.arm === side).reduce((sum, { members }) => sum + members, 0);
      expect([treated.n, control.n]).toEqual([people('treated'), people('control')]);
      expect(effect === null).toBe(people('treated') === 0 || people('control') === 0);
      for (const one of [effect, caused, treated.share, control.share]) {
        if (one) expect(Object.values(one).every(Number.isFinite)).toBe(true);
      }
      expect(caused?.value ?? 0).toBeCloseTo((effect?.value ?? 0) * treated.n, 9);
    }),
  );
});

test('two waves tell more than one of them', () => {
  const wave = (name: string) => [
    tally('treated', 900, 60, 'all', name),
    tally('control', 100, 12, 'all', name),
  ];
  const [one, both] = [wave('first'), [...wave('first'), ...wave('second')]].map(
    (tallies) => measureProof(tallies, 'left', 0).effect,
  );
  expect(both?.value).toBeCloseTo(one?.value ?? 0, 12);
  expect((both?.high ?? 0) - (both?.low ?? 0)).toBeLessThan(0.75 * ((one?.high ?? 0) - (one?.low ?? 0)));
});
