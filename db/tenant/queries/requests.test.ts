import { expect, test } from 'vitest';
import { openTestDesk } from '#tests/setup/desk-visit.ts';
import { listRequests, type RequestFilter, type RequestPage } from './requests.ts';

test('the query of one shape of filter answers each filter of it, and no other', async () => {
  const { db, request } = await openTestDesk('done');
  const found = async (filter: RequestFilter, page: RequestPage = { limit: 5 }) =>
    (await listRequests(db, filter, page)).map(({ id }) => id);
  const { carrier, number } = request;
  for (const filter of [{}, { states: ['done' as const] }, { carrier }, { number }])
    expect(await found(filter)).toEqual([request.id]);
  for (const filter of [{ states: [] }, { states: ['manual' as const] }, { carrier: 'none' }, { number: 0 }])
    expect(await found(filter)).toEqual([]);
  expect(await found({ states: ['manual', 'done'] })).toEqual([request.id]);
  expect(await found({ subscriberIds: [] })).toEqual([]);
  expect(await found({}, { limit: 5, before: request.id })).toEqual([]);
  expect(await found({}, { limit: 5, order: 'oldest' })).toEqual([request.id]);
  expect(await found({}, { limit: 5, order: 'oldest', before: request.id })).toEqual([]);
});
