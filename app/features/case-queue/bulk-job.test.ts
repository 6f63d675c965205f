import { expect, test } from 'vitest';
import type { BulkResult } from '#app/features/case/bulk-deed.ts';
import { beginBulk, nextPiece, takeResults, undoBulk } from './bulk-job.ts';

const ids = (n: number) => Array.from({ length: n }, (_, index) => `case-${index}`);
const done = (id: string): BulkResult => ({
  id,
  number: 1,
  isDone: true,
  undo: { type: 'priority', priority: id === 'case-0' ? 'low' : 'normal' },
});

function run(job: ReturnType<typeof beginBulk>, answer: (id: string) => BulkResult) {
  let pieces = 0;
  for (let piece = nextPiece(job); piece; piece = nextPiece(job)) {
    pieces += 1;
    job = takeResults(job, piece.caseIds.map(answer));
  }
  return { job, pieces };
}

test('every case is sent once, a hundred at a time', () => {
  const begun = beginBulk('Приоритет', { type: 'priority', priority: 'high' }, ids(250));
  const { job, pieces } = run(begun, done);
  expect(pieces).toBe(3);
  expect(job).toMatchObject({ all: 250, done: 250, failures: [], left: [] });
});

test('one that refuses is told and does not stop the others', () => {
  const begun = beginBulk('Решить', { type: 'solve' }, ids(3));
  const { job } = run(begun, (id) =>
    id === 'case-1' ? { id, number: 7, isDone: false, code: 'conflict' } : done(id),
  );
  expect(job).toMatchObject({ done: 2, failures: [{ number: 7, code: 'conflict' }] });
});

test('what was done is taken back, each case as it was', () => {
  const begun = beginBulk('Приоритет', { type: 'priority', priority: 'high' }, ids(150));
  const back = undoBulk(run(begun, done).job, 'Вернуть');
  expect(back.all).toBe(150);
  expect(back.left.map(({ deed, caseIds }) => [deed, caseIds.length])).toEqual([
    [{ type: 'priority', priority: 'low' }, 1],
    [{ type: 'priority', priority: 'normal' }, 149],
  ]);
});

test('an answer that brings nothing new is not counted twice', () => {
  const begun = beginBulk('Решить', { type: 'solve' }, ids(2));
  const half = takeResults(begun, [done('case-0')]);
  expect(nextPiece(half)?.caseIds).toEqual(['case-1']);
});
