import { expect, test } from 'vitest';
import { defaultCard } from '../scorecard/default-card.ts';
import { agreementByItem, alignToReference, CalibrationInput } from './calibration.ts';

const whole = { smile: 5, emotion: 4, 'no-script': 3, answer: 1, promise: null, needs: 4, data: 1 };
const marked = (reviewerId: string, subjectId: string, answers = {}) => ({
  reviewerId,
  subjectId,
  answers: { ...whole, ...answers },
});

test('agreement is told per item, and no chance is agreement where all marks are equal', () => {
  const all = [
    marked('a', 's1', { answer: 0 }),
    marked('a', 's2'),
    marked('b', 's1', { answer: 0 }),
    marked('b', 's2', { smile: 1 }),
  ];
  const of = (id: string) => agreementByItem(defaultCard, all).find(({ itemId }) => itemId === id);
  expect(of('answer')).toMatchObject({ alpha: 1, percent: 1, n: 2 });
  expect(of('data')).toMatchObject({ alpha: undefined, percent: 1 });
  expect(of('promise')).toMatchObject({ alpha: undefined, percent: undefined, n: 0 });
  expect(of('smile')).toMatchObject({ alpha: 0, percent: 0.5 });
});

test('opposite marks with equal totals are no alignment; what one of two did not mark is left out', () => {
  const all = [
    marked('reference', 's1', { smile: 1 }),
    marked('near', 's1', { smile: 1 }),
    marked('far', 's1', { emotion: 1, promise: 1 }),
  ];
  const [near, far] = alignToReference(defaultCard, all, 'reference');
  expect(near?.alignment).toBe(1);
  // 6 and 6 of 35 that both marked: everything but the promise.
  expect(far?.alignment).toBeCloseTo(1 - 12 / 35, 10);
  expect(far?.items.find(({ itemId }) => itemId === 'smile')?.alignment).toBe(0);
  expect(far?.items.find(({ itemId }) => itemId === 'promise')?.alignment).toBeNull();
});

test('numbers of cases are read however they are typed', () => {
  const form = { title: 'Ноябрь', cardId: 'c', referenceBy: 'l' };
  expect(CalibrationInput.parse({ ...form, numbers: '№ 12, 15; 12\n7' }).numbers).toEqual([12, 15, 7]);
  expect(CalibrationInput.safeParse({ ...form, numbers: 'нет' }).success).toBe(false);
});
