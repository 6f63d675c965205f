import { expect, test } from 'vitest';
import { caseKinds, caseStates } from '#app/features/case/case.ts';
import { commit } from '#db/commit.ts';
import { listCaseEvents, listNewerMessages } from '#db/tenant/queries/cases.ts';
import { cases } from '#db/tenant/schema/case.ts';
import { lines, subscribers } from '#db/tenant/schema/subscriber.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { makeLine, makeSubscriber, seedTime } from './factories.ts';
import { seedCasesAtScale } from './scale-cases.ts';

test('cases at scale are like those that people have', async () => {
  const { db } = await openTestTenant();
  await commit(db, [
    db.insert(subscribers).values([makeSubscriber(1), makeSubscriber(2)]),
    db.insert(lines).values([makeLine(1), makeLine(2)]),
  ]);
  await seedCasesAtScale(db, { first: 1, count: 600, clock: seedTime, days: 10 });
  const rows = await db.select().from(cases).orderBy(cases.id);
  expect(rows.map((row) => row.number)).toEqual(Array.from({ length: 600 }, (_, index) => index + 1));
  expect(rows.every((row) => caseKinds.includes(row.kind) && caseStates.includes(row.state))).toBe(true);
  expect(rows.filter((row) => ['new', 'open', 'waiting'].includes(row.state))).toHaveLength(6);
  const [first] = rows;
  expect((await listCaseEvents(db, first?.id ?? '')).map(({ event }) => event)).toEqual([
    'opened',
    'answered',
  ]);
  expect(await listNewerMessages(db, first?.id ?? '', null)).toMatchObject([{ id: first?.lastMessageId }]);
});
