import { expect, test } from 'vitest';
import { measureSearches, type SearchFact } from './measure-knowledge.ts';

const startedAt = new Date('2026-03-02T09:00:00Z');
const kept = (seconds: number): SearchFact => {
  return { query: 'роуминг', found: 3, startedAt, keptAt: new Date(startedAt.getTime() + seconds * 1000) };
};
const lost = (query: string, found: number): SearchFact => ({ query, found, startedAt, keptAt: null });

test('nine of ten kept articles took no longer than the p90', () => {
  const facts = [5, 1, 9, 3, 7, 2, 10, 4, 8, 6].map(kept);
  expect(measureSearches(facts)).toMatchObject({ kept: 10, medianMs: 5000, p90Ms: 9000 });
});

test('searches in vain are counted by their words', () => {
  const facts = [lost('Марс ', 0), lost('марс', 0), lost('луна', 0), lost('тариф', 4), kept(1)];
  expect(measureSearches(facts)).toEqual({
    searches: 5,
    kept: 1,
    empty: 3,
    medianMs: 1000,
    p90Ms: 1000,
    emptyQueries: [
      { query: 'марс', count: 2 },
      { query: 'луна', count: 1 },
    ],
  });
});

test('without searches there is nothing to say', () => {
  expect(measureSearches([])).toMatchObject({ searches: 0, medianMs: null, p90Ms: null, emptyQueries: [] });
});
