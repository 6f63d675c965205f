import { asc, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { caseEvents, cases } from '#db/tenant/schema/case.ts';
import { contacts } from '#db/tenant/schema/contact.ts';
import { reportCells } from '#db/tenant/schema/report.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { countAll, countChanges } from './count-changes.ts';
import { readFigures } from './read-figures.ts';
import { askRebuild } from './rebuild-reports.ts';

const now = new Date('2026-03-20T12:00:00Z');
const timeZone = 'Europe/Moscow';
const at = (text: string) => new Date(`2026-03-${text}Z`);
const call = (id: string, startedAt: Date, waitMs: number, talkMs: number | null) => ({
  id,
  channel: 'call' as const,
  direction: 'inbound' as const,
  agentId: 'agent-1',
  startedAt,
  endedAt: startedAt,
  waitMs,
  talkMs,
  createdAt: startedAt,
});

async function cellsOf(db: TenantDb) {
  return db
    .select()
    .from(reportCells)
    .orderBy(asc(sql`measure`), asc(sql`dimension`), asc(sql`grain`), asc(sql`period`), asc(sql`key`));
}

test('a call counts on the day of the tenant it began on, and one that was given up at once does not', async () => {
  const { db } = await openTestTenant();
  await commit(db, [
    db
      .insert(contacts)
      .values([
        call('a', at('01T21:30:00'), 10_000, 60_000),
        call('b', at('02T10:00:00'), 40_000, 30_000),
        call('c', at('02T10:00:00'), 30_000, null),
        call('d', at('02T10:00:00'), 2000, null),
      ]),
  ]);
  await countAll(db, now, timeZone);
  const span = { from: '2026-03-02', to: '2026-03-02', now, timeZone };
  const metrics = ['serviceLevel', 'abandoned', 'handlingTime', 'shortAbandoned'] as const;
  const figures = await readFigures(db, { metrics, ...span });
  expect(figures.map(({ numerator, denominator }) => [numerator, denominator])).toEqual([
    [1, 3],
    [1, 3],
    [90_000, 2],
    [1, null],
  ]);
});

test('what comes late corrects a past day, what is deleted leaves it, and counted from zero it is the same', async () => {
  const { db } = await openTestTenant();
  await countAll(db, now, timeZone);
  await commit(db, [db.insert(contacts).values([call('a', at('05T10:00:00'), 1000, 5000)])]);
  await countAll(db, now, timeZone);
  await commit(db, [
    db.insert(contacts).values([call('b', at('04T10:00:00'), 1000, 5000)]),
    db.update(contacts).set({ waitMs: 30_000 }).where(sql`id = 'a'`),
  ]);
  await countAll(db, now, timeZone);
  const level = { metrics: ['serviceLevel'], from: '2026-03-04', to: '2026-03-05', now, timeZone } as const;
  const [both] = await readFigures(db, level);
  expect([both?.numerator, both?.denominator]).toEqual([1, 2]);
  await commit(db, [db.delete(contacts).where(sql`id = 'a'`)]);
  await countAll(db, now, timeZone);
  const live = await cellsOf(db);
  await askRebuild(db, now);
  await countAll(db, now, timeZone);
  expect(await cellsOf(db)).toEqual(live);
  expect(live.filter(({ measure }) => measure === 'offered').map(({ period }) => period)).not.toContain(
    '2026-03-05',
  );
});

test('a case is opened once, solved while it stands and opened again once', async () => {
  const { db } = await openTestTenant();
  const row = { id: 'k', number: 1, kind: 'complaint', state: 'solved', version: 5, subject: 'x' } as const;
  const rest = {
    priority: 'normal',
    channel: 'chat',
    createdBy: 'w',
    createdAt: now,
    changedAt: now,
  } as const;
  const told = (
    version: number,
    event: string,
    fromState: 'new' | 'solved' | 'open',
    toState: 'new' | 'solved' | 'open',
    day: string,
  ) => ({
    caseId: 'k',
    version,
    event,
    fromState,
    toState,
    at: at(`${day}T10:00:00`),
    actor: 'w',
  });
  await commit(db, [
    db.insert(cases).values({ ...row, ...rest }),
    db
      .insert(caseEvents)
      .values([
        told(1, 'opened', 'new', 'new', '01'),
        told(2, 'solved', 'new', 'solved', '02'),
        told(3, 'reopened', 'solved', 'open', '03'),
        told(4, 'solved', 'open', 'solved', '04'),
      ]),
  ]);
  await countAll(db, now, timeZone);
  const metrics = ['opened', 'solved', 'reopened', 'complaints', 'missedChats'] as const;
  const byDay = await readFigures(db, {
    metrics,
    from: '2026-03-01',
    to: '2026-03-05',
    steps: 'day',
    now,
    timeZone,
  });
  const days = Map.groupBy(byDay, ({ metric }) => metric);
  expect([...days].map(([metric, own]) => [metric, own.map(({ numerator }) => numerator).join('')])).toEqual([
    ['opened', '10000'],
    ['solved', '00010'],
    ['reopened', '00100'],
    ['complaints', '10000'],
    ['missedChats', '10000'],
  ]);
});

test('the recurring look counts what came since the last, from nothing on', async () => {
  const { db, databases } = await openTestTenant();
  const look = () => countChanges(db, now, databases.control);
  const offered = async () => {
    const day = { from: '2026-03-05', to: '2026-03-05', now, timeZone };
    return (await readFigures(db, { metrics: ['offered'], ...day }))[0]?.numerator;
  };
  await commit(db, [db.insert(contacts).values([call('a', at('05T10:00:00'), 1000, 5000)])]);
  await look();
  expect(await offered()).toBe(1);
  await look();
  await commit(db, [db.insert(contacts).values([call('b', at('05T11:00:00'), 1000, 5000)])]);
  await look();
  expect(await offered()).toBe(2);
});
