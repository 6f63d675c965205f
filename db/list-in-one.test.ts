import { desc, eq, type Placeholder, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { makeRequest } from '#seeds/factories.ts';
import { openTestDesk } from '#tests/setup/desk-visit.ts';
import { commit } from './commit.ts';
import { inOne } from './list-in-one.ts';
import { requests } from './tenant/schema/request.ts';
import { lines } from './tenant/schema/subscriber.ts';

test('rows in one value are the rows, in their order', async () => {
  const { db, line } = await openTestDesk('done');
  const more = [2, 3, 4].map((seed) => makeRequest(seed, { lineId: line.id, state: 'done' }));
  await commit(db, [db.insert(requests).values(more)]);
  const listing = (limit: number | Placeholder) =>
    db
      .select({
        id: requests.id,
        number: requests.number,
        payload: requests.payload,
        failure: requests.failure,
        createdAt: requests.createdAt,
        msisdn: lines.msisdn,
      })
      .from(requests)
      .innerJoin(lines, eq(lines.id, requests.lineId))
      .orderBy(desc(requests.number))
      .limit(limit);
  const rows = await listing(20);
  expect(rows).toHaveLength(4);
  const list = inOne(db, listing(sql.placeholder('limit')));
  expect(await list({ limit: 20 })).toEqual(rows);
  expect(await list({ limit: 0 })).toEqual([]);
});
