import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decideOffer, type OfferSide, type OfferState, offerMoves, offerStates } from './offer-moves.ts';

const sides: OfferSide[] = ['owner', 'colleague', 'taker', 'planner', 'rule', 'worker'];
const allowed: Record<string, OfferState> = {
  'open take colleague': 'taken',
  'taken release taker': 'open',
  'taken approve planner': 'approved',
  'taken approve rule': 'approved',
  'taken refuse planner': 'refused',
  'open withdraw owner': 'withdrawn',
  'taken withdraw owner': 'withdrawn',
  'open expire worker': 'expired',
  'taken expire worker': 'expired',
};
const every = offerStates.flatMap((state) =>
  offerMoves.flatMap(({ move }) => sides.map((by) => [state, move, by] as const)),
);

test.each(every)('%s: %s by the %s', (state, move, by) => {
  const to = allowed[`${state} ${move} ${by}`];
  const no = { ok: false, error: { code: 'offer-move-not-allowed', state } };
  expect(decideOffer(state, move, by)).toEqual(to ? { ok: true, to } : no);
});

test('every state but the first is reached, and the last four are left by nothing', () => {
  expect(new Set(offerMoves.map(({ to }) => to))).toEqual(new Set(offerStates));
  const left = new Set(offerMoves.flatMap(({ from }) => [...from]));
  expect(left).toEqual(new Set(['open', 'taken']));
});

const step = fc.record({
  move: fc.constantFrom(...offerMoves.map(({ move }) => move)),
  by: fc.constantFrom(...sides),
});

test('whatever is tried in whatever order, a shift changes hands once at most and only after a taking', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
      const story: OfferState[] = ['open'];
      for (const { move, by } of steps) {
        const decided = decideOffer(story.at(-1) ?? 'open', move, by);
        if (decided.ok) story.push(decided.to);
      }
      const approvals = story.flatMap((state, index) => (state === 'approved' ? [story[index - 1]] : []));
      expect(approvals.length).toBeLessThanOrEqual(1);
      expect(approvals.every((before) => before === 'taken')).toBe(true);
      expect(story.slice(0, -1).every((state) => state === 'open' || state === 'taken')).toBe(true);
    }),
  );
});
