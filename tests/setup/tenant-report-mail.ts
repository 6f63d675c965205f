import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { reportAddresses, reportDispatches, reportSchedules } from '#db/tenant/schema/report-mail.ts';
import { seededId, seedTime } from '#seeds/factories.ts';

/** An address that wants reports, a schedule and a mail that waits, marked. */
export async function fillReportMail(db: TenantDb, seed: number, marker: string, ownReportId: string) {
  const [reportAddressId, reportScheduleId, dispatchId] = [391, 392, 393].map((room) =>
    seededId(seedTime, seed, room),
  );
  if (!reportAddressId || !reportScheduleId || !dispatchId) throw new Error('No ids were made.');
  const rhythm = { every: 'day' as const, weekday: 1, monthDay: 1, hour: 9 };
  const asked = {
    language: 'ru' as const,
    addedBy: marker,
    askedAt: seedTime,
    asks: 1,
    confirmedAt: seedTime,
  };
  await commit(db, [
    db.insert(reportAddresses).values({ id: reportAddressId, address: `${marker}@client.example`, ...asked }),
    db.insert(reportSchedules).values({
      id: reportScheduleId,
      mailed: { kind: 'own', ownReportId },
      file: 'report.pdf',
      rhythm,
      addressIds: [reportAddressId],
      nextAt: new Date('2099-01-01'),
      createdBy: marker,
      createdAt: seedTime,
    }),
    db.insert(reportDispatches).values({
      id: dispatchId,
      scheduleId: reportScheduleId,
      addressId: reportAddressId,
      dueAt: seedTime,
      state: 'waiting',
      failure: marker,
    }),
  ]);
  return { reportAddressId, reportScheduleId, dispatchId };
}
