import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { caseFilterOf, parseCaseQuery } from '#app/features/case/case-query.ts';
import { commit } from '#db/commit.ts';
import { makeCase, makeSubscriber, seedTime } from '#seeds/factories.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { caseReads, cases } from '../schema/case.ts';
import { notices } from '../schema/notice.ts';
import { subscribers } from '../schema/subscriber.ts';
import { countCases, countUnreadCases } from './case-counts.ts';
import { selectCaseIds } from './case-filter.ts';
import { listCases, placeOf } from './case-list.ts';

const minutes = (n: number) => new Date(seedTime.getTime() + n * 60_000);
const filterOf = (search: string) =>
  caseFilterOf(parseCaseQuery(new URLSearchParams(search)), 'me', seedTime);

async function openQueue() {
  const { db } = await openTestTenant();
  const rows = [
    makeCase(1, { dueAt: minutes(30), assigneeId: 'me' }),
    makeCase(2, { dueAt: minutes(-5), kind: 'complaint' }),
    makeCase(3, { state: 'waiting', assigneeId: 'me', lastMessageId: 'b' }),
    makeCase(4, { dueAt: minutes(30), carrier: 'mts' }),
    makeCase(5, { state: 'closed', assigneeId: 'me' }),
    makeCase(6, { dueAt: minutes(90), snoozedUntil: minutes(60) }),
    makeCase(7, { state: 'new' }),
  ];
  await commit(db, [
    db.insert(subscribers).values(rows.map(({ number }) => makeSubscriber(number))),
    db.insert(cases).values(rows),
  ]);
  return db;
}

test.each([
  ['', [2, 1, 4, 3, 7]],
  ['?sort=newest', [7, 4, 3, 2, 1]],
  ['?agent=me', [1, 3]],
  ['?agent=nobody&sort=newest', [7, 4, 2]],
  ['?due=breached', [2]],
  ['?due=risk', [1, 4]],
  ['?snoozed=1', [6]],
  ['?state=waiting', [3]],
  ['?state=closed', [5]],
  ['?state=closed&state=open&agent=me', [5, 1]],
  ['?kind=complaint', [2]],
  ['?carrier=mts', [4]],
])('%s finds the cases %s', async (search, numbers) => {
  const db = await openQueue();
  const { sort } = parseCaseQuery(new URLSearchParams(search));
  const found = await listCases(db, 'me', filterOf(search), { sort, after: null, limit: 10 });
  expect(found.map(({ number }) => number)).toEqual(numbers);
  expect(await countCases(db, filterOf(search), 100)).toBe(numbers.length);
});

test.each(['due', 'newest'] as const)('pages by %s show each case once, in order', async (sort) => {
  const db = await openQueue();
  const whole = await listCases(db, 'me', filterOf(''), { sort, after: null, limit: 10 });
  const numbers: number[] = [];
  for (let after: string | null = null; ; ) {
    const [row] = await listCases(db, 'me', filterOf(''), { sort, after, limit: 1 });
    if (!row) break;
    numbers.push(row.number);
    after = placeOf(row);
  }
  expect(numbers).toEqual(whole.map(({ number }) => number));
});

test('a case is unread until its newest message was seen', async () => {
  const db = await openQueue();
  const caseId = makeCase(3).id;
  expect(await countUnreadCases(db, 'me')).toBe(1);
  await commit(db, [db.insert(caseReads).values({ userId: 'me', caseId, messageId: 'b' })]);
  expect(await countUnreadCases(db, 'me')).toBe(0);
});

test('a case that a person is told of awaits him once, whoever has it, until he has read the notice', async () => {
  const db = await openQueue();
  const told = { kind: 'mention' as const, messageId: 'b' };
  const notice = { userId: 'me', kind: told.kind, told, by: 'other', at: seedTime };
  const [own, foreign] = [makeCase(3).id, makeCase(1).id];
  const rows = [own, foreign, foreign].map((caseId, n) => ({
    ...notice,
    id: `n${n}`,
    source: `m${n}`,
    caseId,
  }));
  await commit(db, [db.insert(notices).values(rows)]);
  expect(await countUnreadCases(db, 'me')).toBe(2);
  await commit(db, [db.update(notices).set({ readAt: seedTime })]);
  expect(await countUnreadCases(db, 'me')).toBe(1);
});

test.each(['', '?sort=newest', '?agent=me', '?due=breached', '?state=closed', '?state=closed&kind=fault'])(
  '%s is led by an index and sorts nothing',
  async (search) => {
    const db = await openQueue();
    const { sort } = parseCaseQuery(new URLSearchParams(search));
    const order = sort === 'newest' || search.includes('closed') ? sql`id desc` : sql`due_at`;
    const lead = sort === 'newest' || search.includes('closed') ? 'newest' : 'due';
    const ids = selectCaseIds(filterOf(search), lead, { order: [order], limit: 50 });
    const plan = await db.all<{ detail: string }>(sql`explain query plan ${ids}`);
    const steps = plan.map(({ detail }) => detail).join('; ');
    expect(steps).toMatch(/USING (COVERING )?INDEX/);
    expect(steps).not.toContain('TEMP B-TREE');
  },
);
