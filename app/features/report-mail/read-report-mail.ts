import type { Actor } from '#app/features/access/can.ts';
import { maySee } from '#app/features/own-report/may-see.ts';
import type { TenantDb } from '#db/open.ts';
import { listOwnReports } from '#db/tenant/queries/own-reports.ts';
import {
  type AddressRow,
  listDispatches,
  listReportAddresses,
  listReportSchedules,
} from '#db/tenant/queries/report-mail.ts';
import { confirmMs } from './report-mail.ts';

type Reader = { db: TenantDb; actor: Actor; now: Date; timeZone: string };
export type ReportMailView = Awaited<ReturnType<typeof readReportMail>>;

/** Who gets which report when, and what became of the mails. */
export async function readReportMail({ db, actor, now, timeZone }: Reader) {
  const addresses = await listReportAddresses(db);
  const reports = (await listOwnReports(db)).filter((row) => maySee(actor, row));
  const addressOf = new Map(addresses.map(({ id, address }) => [id, address]));
  const nameOf = new Map(reports.map(({ id, name }) => [id, name]));
  const schedules = await listReportSchedules(db);
  const mailedOf = new Map(schedules.map(({ id, mailed }) => [id, mailed]));
  const titleOf = (mailed: (typeof schedules)[number]['mailed'] | undefined) => ({
    isMonth: mailed?.kind === 'month',
    name: mailed?.kind === 'own' ? (nameOf.get(mailed.ownReportId) ?? null) : null,
  });
  return {
    timeZone,
    addresses: addresses.map((row) => ({ id: row.id, address: row.address, ...standingOf(row, now) })),
    reports: reports.map(({ id, name }) => ({ id, name })),
    schedules: schedules.map(({ id, mailed, file, rhythm, addressIds, nextAt }) => ({
      id,
      file,
      rhythm,
      nextAt,
      ...titleOf(mailed),
      to: addressIds.map((one) => addressOf.get(one) ?? '').join(', '),
    })),
    dispatches: (await listDispatches(db)).map(
      ({ id, scheduleId, addressId, dueAt, state, sentAt, failure }) => ({
        id,
        dueAt,
        state,
        sentAt,
        failure,
        ...titleOf(mailedOf.get(scheduleId)),
        to: addressOf.get(addressId) ?? '',
      }),
    ),
  };
}

/** Where an address stands, and since when. `over`: nobody can confirm by the last mail any more. */
function standingOf({ askedAt, confirmedAt, endedAt, language }: AddressRow, now: Date) {
  if (endedAt) return { state: 'ended' as const, at: endedAt, language };
  if (confirmedAt) return { state: 'confirmed' as const, at: confirmedAt, language };
  const isOver = now.getTime() - askedAt.getTime() > confirmMs;
  return { state: isOver ? ('over' as const) : ('asked' as const), at: askedAt, language };
}
