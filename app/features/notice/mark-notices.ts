import { and, eq, lt, lte } from 'drizzle-orm';
import { can } from '#app/features/access/can.ts';
import type { CaseRefusal } from '#app/features/case/case-refusal.ts';
import type { CaseDesk } from '#app/features/case/change-case.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { getCase } from '#db/tenant/queries/cases.ts';
import { getNotice } from '#db/tenant/queries/notices.ts';
import { notices } from '#db/tenant/schema/notice.ts';
import { heardBy, markRead } from './tell-people.ts';

export type NoticeRefusal = { code: 'notice-not-found' };

/** One's own notice was read. Read again, it was read then. */
export async function markNotice(
  { db, actor, now }: CaseDesk,
  noticeId: string,
): Promise<Result<null, NoticeRefusal>> {
  const notice = await getNotice(db, actor.userId, noticeId);
  if (!notice) return refuse({ code: 'notice-not-found' });
  await commit(
    db,
    [markRead(db, now, eq(notices.id, noticeId))],
    [heardBy(actor.userId, notice.caseId ?? notice.id)],
  );
  return ok(null);
}

/** All of one's own up to the newest that was shown: what came since is still to be seen. */
export async function markAllNotices(
  { db, actor, now }: CaseDesk,
  upToId: string,
): Promise<Result<null, never>> {
  const own = and(eq(notices.userId, actor.userId), lte(notices.id, upToId));
  await commit(db, [markRead(db, now, own)], [heardBy(actor.userId, upToId)]);
  return ok(null);
}

/** Whoever has a case before his eyes needs not be told of it any more. */
export async function markNoticesOfCase(
  { db, actor, now }: CaseDesk,
  caseId: string,
): Promise<Result<null, CaseRefusal>> {
  if (!can(actor, 'case:read')) return refuse({ code: 'forbidden', action: 'case:read' });
  if (!(await getCase(db, caseId))) return refuse({ code: 'case-not-found' });
  const own = and(eq(notices.userId, actor.userId), eq(notices.caseId, caseId));
  await commit(db, [markRead(db, now, own)], [heardBy(actor.userId, caseId)]);
  return ok(null);
}

const keptMs = 60 * 24 * 60 * 60_000;

/** What is two months old is in its case, and nobody is told of it any more. */
export async function forgetOldNotices(db: TenantDb, now: Date): Promise<void> {
  await commit(db, [db.delete(notices).where(lt(notices.at, new Date(now.getTime() - keptMs)))]);
}
