import { and, eq, isNull } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { type Actor, can } from '#app/features/access/can.ts';
import { maySee } from '#app/features/own-report/may-see.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import type { ControlDb, TenantDb } from '#db/open.ts';
import { getOwnReport } from '#db/tenant/queries/own-reports.ts';
import { countReportSchedules, listReportAddresses } from '#db/tenant/queries/report-mail.ts';
import { reportSchedules } from '#db/tenant/schema/report-mail.ts';
import { findOutsider } from './find-outsider.ts';
import { nextRun, type ReportMailRefusal, type ScheduleInput } from './report-mail.ts';

type Desk = { db: TenantDb; control: ControlDb; actor: Actor; now: Date; timeZone: string };
type Done = Promise<Result<{ id: string }, ReportMailRefusal>>;

const mostSchedules = 100;

/** From the next time on that its rhythm comes, a report goes to these addresses: to each once it has confirmed. */
export async function setSchedule(desk: Desk, input: ScheduleInput): Done {
  const { db, actor, now, timeZone } = desk;
  if (!can(actor, 'report:write')) return refuse({ code: 'forbidden', action: 'report:write' });
  const addresses = (await listReportAddresses(db)).filter(({ id }) => input.addressIds.includes(id));
  if (addresses.length !== new Set(input.addressIds).size) return refuse({ code: 'mail-address-not-found' });
  if (input.mailed.kind === 'own') {
    const report = await getOwnReport(db, input.mailed.ownReportId);
    if (!report || report.removedAt || !maySee(actor, report))
      return refuse({ code: 'own-report-not-found' });
    const outsider = await findOutsider(desk, report.definition, addresses);
    if (outsider) return refuse({ code: 'mail-names-people', address: outsider });
  }
  if ((await countReportSchedules(db)) >= mostSchedules) return refuse({ code: 'too-many-mail-schedules' });
  const id = uuid();
  const nextAt = nextRun(input.rhythm, now, timeZone);
  const addressIds = addresses.map((address) => address.id);
  const row = { id, ...input, addressIds, nextAt, createdBy: actor.userId, createdAt: now };
  await commit(db, [db.insert(reportSchedules).values(row)], [{ topic: 'reports', id }]);
  return ok({ id });
}

/** Stops a schedule; what was sent by it is kept. */
export async function removeSchedule({ db, actor, now }: Omit<Desk, 'timeZone'>, id: string): Done {
  if (!can(actor, 'report:write')) return refuse({ code: 'forbidden', action: 'report:write' });
  const own = and(eq(reportSchedules.id, id), isNull(reportSchedules.removedAt));
  const removed = db.update(reportSchedules).set({ removedBy: actor.userId, removedAt: now }).where(own);
  const written = await commit(db, [removed], [{ topic: 'reports', id }]);
  const isRemoved = written.ok && written.results[0]?.rowsAffected === 1;
  return isRemoved ? ok({ id }) : refuse({ code: 'mail-schedule-not-found' });
}
