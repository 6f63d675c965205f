import { expect, test } from 'vitest';
import { Payload, subjectOf } from '#app/features/request/request.ts';
import { commit } from '#db/commit.ts';
import { requests } from '#db/tenant/schema/request.ts';
import { lines, subscribers } from '#db/tenant/schema/subscriber.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { makeLine, makeSubscriber, seedTime } from './factories.ts';
import { seedRequestsAtScale } from './scale.ts';

test('requests at scale are like those that people make', async () => {
  const { db } = await openTestTenant();
  await commit(db, [
    db.insert(subscribers).values([makeSubscriber(1), makeSubscriber(2)]),
    db.insert(lines).values([makeLine(1), makeLine(2)]),
  ]);
  await seedRequestsAtScale(db, { first: 1, count: 200, clock: seedTime, days: 10 });
  const rows = await db.select().from(requests).orderBy(requests.id);
  expect(rows.map((row) => row.number)).toEqual(Array.from({ length: 200 }, (_, index) => index + 1));
  expect(new Set(rows.map((row) => row.lineId)).size).toBe(2);
  expect(rows.every((row) => subjectOf(Payload.parse(row.payload)) === row.subject)).toBe(true);
  expect(rows.filter((row) => row.state === 'manual')).toHaveLength(2);
  expect(rows.at(-1)?.createdAt.getTime()).toBeLessThanOrEqual(seedTime.getTime());
});
