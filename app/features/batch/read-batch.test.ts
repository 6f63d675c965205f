import { expect, test } from 'vitest';
import { maskReject, progressOf } from './read-batch.ts';
import { readTextFile } from './read-text-file.ts';
import { nextTitle } from './retry-batch.ts';

test.each([
  [{}, { all: 0, done: 0, failed: 0 }],
  [{ queued: 3 }, { all: 3, done: 0, failed: 0 }],
  [
    { done: 2, refused: 1, manual: 1, unconfirmed: 1 },
    { all: 5, done: 3, failed: 1 },
  ],
  [{ cancelled: 4 }, { all: 4, done: 4, failed: 4 }],
])('%o is so far', (counts, progress) => {
  expect(progressOf(counts)).toEqual(progress);
});

test('a whole number in a rejected row is masked, what is no number stays readable', () => {
  expect(maskReject({ row: 2, text: '8 (916) 123-45-67', reason: 'pending-request' }).text).toBe(
    '+7 9•• •••-45-67',
  );
  expect(maskReject({ row: 3, text: 'не номер', reason: 'unreadable-number' }).text).toBe('не номер');
});

test.each([
  ['Роуминг', 'Роуминг (2)'],
  ['Роуминг (2)', 'Роуминг (3)'],
  ['Тариф (новый)', 'Тариф (новый) (2)'],
])('%s is tried again as %s', (title, next) => {
  expect(nextTitle(title)).toBe(next);
});

test('a file of an older Excel is read as windows-1251', async () => {
  const bytes = new Uint8Array([0xcd, 0xee, 0xec, 0xe5, 0xf0]);
  expect(await readTextFile(new Blob([bytes]))).toBe('Номер');
  expect(await readTextFile(new Blob(['Номер']))).toBe('Номер');
});
