import { expect, test } from 'vitest';
import { parseKnowledgeQuery } from './knowledge-query.ts';

test.each([
  ['', { shown: 'published', carrier: null }],
  ['shown=review&carrier=mts', { shown: 'review', carrier: 'mts' }],
  ["shown=everything&carrier='; drop", { shown: 'published', carrier: null }],
])('%j shows %j', (search, query) => {
  expect(parseKnowledgeQuery(new URLSearchParams(search))).toEqual(query);
});
