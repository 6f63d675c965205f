import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createDraws } from '#seeds/draws.ts';
import { drawHistory } from '#tests/evals/draw-history.ts';
import { judgeContact } from '#tests/evals/judge-contact.ts';

test('histories about the borders of the rules are decided as the articles say', () => {
  const judged = (seed: number) => judgeContact(drawHistory(createDraws(seed)), false);
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      expect(judged(seed)).toBe(null);
    }),
    { numRuns: 2000 },
  );
});
