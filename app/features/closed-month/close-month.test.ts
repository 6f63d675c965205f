import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Role } from '#app/features/access/role.ts';
import { commit } from '#db/commit.ts';
import { listClosedMonths } from '#db/tenant/queries/closed-months.ts';
import { reportCells } from '#db/tenant/schema/report.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { closeMonth, correctMonth } from './close-month.ts';
import { firstBroken } from './seal-month.ts';

const secretKey = Buffer.alloc(32, 7);

async function openMonths(at = '2026-10-31T21:00:00Z') {
  const { db } = await openTestTenant();
  const deskAs = (role: Role) => ({
    db,
    secretKey,
    now: new Date(at),
    timeZone: 'Europe/Moscow',
    actor: { userId: 'olga', name: 'Ольга', roles: [role] },
  });
  const count = (value: number) => {
    const cell = { measure: 'opened', dimension: 'all', key: '', value } as const;
    const cells = [
      { ...cell, grain: 'day', period: '2026-10-05' } as const,
      { ...cell, grain: 'month', period: '2026-10' } as const,
    ];
    const { measure, dimension, grain, period, key } = reportCells;
    return commit(db, [
      db
        .insert(reportCells)
        .values(cells)
        .onConflictDoUpdate({ target: [measure, dimension, grain, period, key], set: { value } }),
    ]);
  };
  return { db, desk: deskAs('manager'), deskAs, count };
}

const refused = (code: string) => ({ ok: false, error: expect.objectContaining({ code }) });
const october = { month: '2026-10' };

test('a month is closed from the first minute of the next in its own zone, once', async () => {
  const early = await openMonths('2026-10-31T20:59:59Z');
  expect(await closeMonth(early.desk, october)).toEqual(refused('month-not-over'));
  const { desk } = await openMonths();
  expect(await closeMonth(desk, october)).toEqual({ ok: true, value: october });
  expect(await closeMonth(desk, october)).toEqual(refused('month-closed'));
});

test('a correction is a row of its own beside what was closed, and needs a difference', async () => {
  const { db, desk, count } = await openMonths();
  await count(7);
  await closeMonth(desk, october);
  const reason = { reason: 'Пришло опоздавшее письмо' };
  expect(await correctMonth(desk, '2026-10', reason)).toEqual(refused('month-unchanged'));
  await count(8);
  expect(await correctMonth(desk, '2026-10', reason)).toMatchObject({ ok: true });
  const rows = await listClosedMonths(db);
  expect(rows.map(({ revision, reason }) => [revision, reason])).toEqual([
    [1, null],
    [2, 'Пришло опоздавшее письмо'],
  ]);
  expect(rows.map(({ snapshot }) => /"metric":"opened","numerator":(\d+)/.exec(snapshot)?.[1])).toEqual([
    '7',
    '8',
  ]);
  expect(firstBroken(secretKey, db.tenantId, rows)).toBeNull();
});

test('two who close at once close it once', async () => {
  const { db, desk } = await openMonths();
  const both = await Promise.all([closeMonth(desk, october), closeMonth(desk, october)]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await listClosedMonths(db)).toHaveLength(1);
});

test('what is closed is neither changed nor removed by anybody', async () => {
  const { db, desk } = await openMonths();
  await closeMonth(desk, october);
  await expect(db.run(sql`update closed_months set snapshot = '{}'`)).rejects.toThrow();
  await expect(db.run(sql`delete from closed_months`)).rejects.toThrow();
});

test.each(['client', 'lead', 'agent'] as const)('a %s closes nothing', async (role) => {
  const { deskAs } = await openMonths();
  expect(await closeMonth(deskAs(role), october)).toEqual(refused('forbidden'));
  expect(await correctMonth(deskAs(role), '2026-10', { reason: 'просто так' })).toEqual(refused('forbidden'));
});
