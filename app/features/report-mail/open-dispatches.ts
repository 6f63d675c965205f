import { and, eq } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { commit } from '#db/commit.ts';
import { getTenant } from '#db/control/queries/tenants.ts';
import type { ControlDb, TenantDb } from '#db/open.ts';
import { callForAll } from '#db/outbox.ts';
import { listConfirmed, listDueSchedules, type ScheduleRow } from '#db/tenant/queries/report-mail.ts';
import { reportDispatches, reportSchedules } from '#db/tenant/schema/report-mail.ts';
import { nextRun } from './report-mail.ts';

/**
 * Calls for the mails of every schedule whose time has come, and says when it comes next: in one batch, so that killed
 * in the middle it is done again whole, and done by two it is done by one. Times that were missed altogether are one.
 */
export async function openDispatches(db: TenantDb, now: Date, control: ControlDb): Promise<void> {
  const due = await listDueSchedules(db, now);
  if (due.length === 0) return;
  const tenant = await getTenant(control, db.tenantId);
  for (const schedule of due) if (tenant) await open(db, schedule, now, tenant.timeZone);
}

async function open(db: TenantDb, schedule: ScheduleRow, now: Date, timeZone: string): Promise<void> {
  const { id, nextAt, rhythm, addressIds } = schedule;
  const addresses = await listConfirmed(db, addressIds);
  const rows = addresses.map((address) => ({
    id: uuid(),
    scheduleId: id,
    addressId: address.id,
    dueAt: nextAt,
    state: 'waiting' as const,
  }));
  const moved = db
    .update(reportSchedules)
    .set({ nextAt: nextRun(rhythm, now, timeZone) })
    .where(and(eq(reportSchedules.id, id), eq(reportSchedules.nextAt, nextAt)));
  const queue = 'report-dispatch';
  const payloads = rows.map((row) => ({ dispatchId: row.id }));
  const calls = callForAll(db, { queue, gate: queue, lane: 'bulk', dueAt: now }, payloads, now);
  const kept = rows.length > 0 ? [db.insert(reportDispatches).values(rows)] : [];
  await commit(db, [moved, ...kept, ...calls], [{ topic: 'reports', id }]);
}
