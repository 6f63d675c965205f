import { expect, test } from 'vitest';
import { defaultCard } from '../scorecard/default-card.ts';
import { findMoments } from './find-moments.ts';

const whole = { smile: 5, emotion: 4, 'no-script': 3, answer: 1, promise: 1, needs: 4, data: 1 };
const note = (itemId: string) => ({ text: 'Слышно на 12-й секунде', itemId, atSecond: 12 });

test('what was told stands before what was not, then what cost most; each item once', () => {
  const reviews = [
    { id: 'r1', card: defaultCard, answers: { ...whole, answer: 0, smile: 1 }, notes: [note('smile')] },
    { id: 'r2', card: defaultCard, answers: { ...whole, answer: 0, data: null }, notes: [note('data')] },
    { id: 'r3', card: defaultCard, answers: { ...whole, needs: 1 }, notes: [] },
  ];
  const found = findMoments(reviews, 3).map(({ reviewId, itemId }) => `${reviewId} ${itemId}`);
  expect(found).toEqual(['r1 smile', 'r2 answer', 'r3 needs']);
});

test('a review without a loss has no moment', () => {
  expect(findMoments([{ id: 'r1', card: defaultCard, answers: whole, notes: [note('smile')] }], 3)).toEqual(
    [],
  );
});
