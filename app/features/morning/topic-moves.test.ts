import { expect, test } from 'vitest';
import { topicMoves } from './topic-moves.ts';

test.each([
  ['as ever', 10, 70, { isNew: false, isMore: false }],
  ['a little more', 16, 70, { isNew: false, isMore: false }],
  ['much more', 17, 70, { isNew: false, isMore: true }],
  ['new, and few', 4, 0, { isNew: false, isMore: false }],
  ['new', 5, 0, { isNew: true, isMore: true }],
])('%s', (_, count, week, told) => {
  expect(topicMoves(new Map([['связь', count]]), new Map([['связь', week]]))).toEqual([
    { topic: 'связь', count, usual: week / 7, ...told },
  ]);
});

test('the most frequent stand first, what did not come is left out', () => {
  const day = new Map([
    ['б', 2],
    ['в', 0],
    ['а', 2],
    ['г', 9],
  ]);
  expect(topicMoves(day, new Map()).map(({ topic }) => topic)).toEqual(['г', 'а', 'б']);
});
