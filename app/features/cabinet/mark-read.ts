import { and, eq, isNull } from 'drizzle-orm';
import type { OutreachChannel } from '#app/features/outreach/outreach.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { cabinetNotices, cabinetPreferences, cabinetReadings } from '#db/tenant/schema/cabinet.ts';

/** He read a notice: the first time counts. A foreign one is left alone. */
export async function readNotice(db: TenantDb, subscriberId: string, noticeId: string, now: Date) {
  const own = and(eq(cabinetNotices.id, noticeId), eq(cabinetNotices.subscriberId, subscriberId));
  const first = and(own, isNull(cabinetNotices.readAt));
  await commit(db, [db.update(cabinetNotices).set({ readAt: now }).where(first)]);
}

/** He looked at a conversation of his. */
export async function readCase(db: TenantDb, caseId: string, now: Date): Promise<void> {
  const seen = { readAt: now };
  const insert = db.insert(cabinetReadings).values({ caseId, ...seen });
  await commit(db, [insert.onConflictDoUpdate({ target: cabinetReadings.caseId, set: seen })]);
}

export async function prefer(db: TenantDb, subscriberId: string, channel: OutreachChannel, now: Date) {
  const set = { channel, changedAt: now };
  const insert = db.insert(cabinetPreferences).values({ subscriberId, ...set });
  await commit(db, [insert.onConflictDoUpdate({ target: cabinetPreferences.subscriberId, set })]);
}
