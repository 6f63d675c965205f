import { asc } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Actor } from '#app/features/access/can.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { countDebtHistory, listDebtDays } from '#db/tenant/queries/debt-history.ts';
import { finishWork } from '#db/tenant/queries/outbox.ts';
import { outbox } from '#db/tenant/schema/outbox.ts';
import { addReceivable } from '#tests/setup/test-receivables.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { countMonthPage, countPastMonths, type MonthsWork } from './count-past-months.ts';

const actor: Actor = { userId: 'manager-1', name: 'Пётр Менеджеров', roles: ['manager'] };
const now = new Date('2026-03-10T09:00:00Z');
const zone = 'Europe/Moscow';

/** Does the work that was called for until none is left. */
async function drain(db: TenantDb) {
  for (;;) {
    const [work] = await db.select().from(outbox).orderBy(asc(outbox.id)).limit(1);
    if (!work) return;
    await countMonthPage({ db, now, ending: finishWork(db, [work.id]) }, work.payload as MonthsWork);
  }
}

test('months before the first night are counted once, whoever asks twice', async () => {
  const { db } = await openTestTenant();
  await addReceivable(db, 'a', [{ dueOn: '2026-01-20', kopecks: 100 }]);
  await commit(db, countDebtHistory(db, { after: '', upTo: '~' }, '2026-03-01'));
  const both = await Promise.all([1, 2].map(() => countPastMonths({ db, actor, now }, zone)));
  expect(both).toMatchObject([
    { ok: true, value: { on: '2025-03-01' } },
    { error: { code: 'months-counted' } },
  ]);
  await drain(db);
  expect(await listDebtDays(db, '2026-01-01')).toEqual([
    { on: '2026-02-01', bucket: '1-30', receivables: 1, kopecks: 100 },
    { on: '2026-03-01', bucket: '31-60', receivables: 1, kopecks: 100 },
  ]);
  expect(await countPastMonths({ db, actor, now }, zone)).toMatchObject({
    error: { code: 'months-counted' },
  });
});

test('without a night the month that runs is counted too, but not on its first day, whose night is to come', async () => {
  const { db } = await openTestTenant();
  await addReceivable(db, 'a', [{ dueOn: '2026-01-20', kopecks: 100 }]);
  const first = new Date('2026-03-01T09:00:00Z');
  await countPastMonths({ db, actor, now: first }, zone);
  await drain(db);
  expect((await listDebtDays(db, '2026-01-01')).map(({ on }) => on)).toEqual(['2026-02-01']);
  const other = (await openTestTenant()).db;
  await addReceivable(other, 'a', [{ dueOn: '2026-01-20', kopecks: 100 }]);
  await countPastMonths({ db: other, actor, now }, zone);
  await drain(other);
  expect((await listDebtDays(other, '2026-01-01')).map(({ on }) => on)).toEqual(['2026-02-01', '2026-03-01']);
});

test('a lead counts nothing', async () => {
  const { db } = await openTestTenant();
  const lead = { ...actor, roles: ['lead' as const] };
  expect(await countPastMonths({ db, actor: lead, now }, zone)).toMatchObject({
    error: { code: 'forbidden' },
  });
});
