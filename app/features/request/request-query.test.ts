import fc from 'fast-check';
import { expect, test } from 'vitest';
import { requestKinds, requestStates } from './request.ts';
import { filterOf, parseRequestQuery, type RequestQuery, requestSorts, searchOf } from './request-query.ts';

const parse = (search: string) => parseRequestQuery(new URLSearchParams(search));

test('an address and a query are the same thing', () => {
  const query = fc.record({
    states: fc.subarray([...requestStates]),
    carrier: fc.option(fc.constantFrom('mts', 'beeline', 'megafon')),
    kind: fc.option(fc.constantFrom(...requestKinds)),
    mine: fc.boolean(),
    batchId: fc.option(fc.uuid()),
    text: fc.string({ maxLength: 100 }).map((text) => text.trim()),
    sort: fc.constantFrom(...requestSorts),
    before: fc.option(fc.uuid()),
    beforeState: fc.option(fc.constantFrom(...requestStates)),
  });
  fc.assert(
    fc.property(query, (asked: RequestQuery) => {
      expect(parse(searchOf(asked))).toEqual(asked);
    }),
  );
});

test.each([
  ['state=gone&state=manual', { states: ['manual'] }],
  ['kind=drop%20table', { kind: null }],
  ["carrier=m'--", { carrier: null }],
  ['before=1%20or%201=1&batch=x', { before: null, batchId: null }],
  ['mine=true', { mine: false }],
  ['sort=price&at=gone', { sort: 'newest', beforeState: null }],
])('%s: what is not understood is left out', (search, expected) => {
  expect(parse(search)).toMatchObject(expected);
});

test('one’s own requests are found by one’s own id', () => {
  expect(filterOf(parse('mine=1&state=done'), 'me')).toEqual({ createdBy: 'me', states: ['done'] });
  expect(filterOf(parse(''), 'me')).toEqual({});
});
