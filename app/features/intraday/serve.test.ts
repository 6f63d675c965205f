import fc from 'fast-check';
import { expect, test } from 'vitest';
import { serve } from './serve.ts';

const [mts, beeline, both] = [0b01, 0b10, 0b11];

test.each([
  ['nobody is there', [2, 1], [], [0, 0]],
  ['each does his own', [1, 1], [mts, beeline], [1, 1]],
  ['who knows both goes where he is missed', [1, 1], [both, mts], [1, 1]],
  ['he cannot be in two places', [1, 1], [both], [1, 0]],
  ['nobody serves what he does not know', [2, 2], [mts, mts, mts], [2, 0]],
  ['more than are needed serve no more', [1, 0], [both, both, mts], [1, 0]],
])('%s', (_, needs, people, served) => {
  expect(serve(needs, people)).toEqual(served);
});

/** Tries every place of every person. */
function bestOf(needs: readonly number[], people: readonly number[]): number {
  const [mask, ...others] = people;
  if (mask === undefined) return 0;
  const places = needs.flatMap((need, skill) => (need > 0 && mask & (1 << skill) ? [skill] : []));
  const taken = places.map(
    (skill) =>
      1 +
      bestOf(
        needs.map((need, other) => need - Number(other === skill)),
        others,
      ),
  );
  return Math.max(bestOf(needs, others), ...taken);
}

test('nobody could serve more', () => {
  const needs = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 3 });
  const people = fc.array(fc.integer({ min: 0, max: 7 }), { maxLength: 6 });
  fc.assert(
    fc.property(needs, people, (wanted, present) => {
      const served = serve(wanted, present);
      expect(served.reduce((sum, n) => sum + n, 0)).toBe(bestOf(wanted, present));
      expect(served.every((n, skill) => n >= 0 && n <= (wanted[skill] ?? 0))).toBe(true);
    }),
  );
});
