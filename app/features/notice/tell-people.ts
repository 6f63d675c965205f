import { and, eq, isNull, type SQL } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import type { Statement } from '#db/commit.ts';
import type { Change, TenantDb } from '#db/open.ts';
import { listFollowers } from '#db/tenant/queries/case-detail.ts';
import { notices } from '#db/tenant/schema/notice.ts';
import { type NoticeKind, sourceOf, type Told } from './notice.ts';

type Notice<T extends Told = Told> = { caseId: string | null; told: T; by: string; at: Date };

/** The statements that tell people of something, for the batch of what causes it. Nobody is told twice. */
export function tellPeople(
  db: TenantDb,
  people: Iterable<string>,
  { caseId, told, by, at }: Notice,
): Statement[] {
  const row = { kind: told.kind, source: sourceOf(caseId, told), told, caseId, by, at };
  return [...new Set(people)].map((userId) =>
    db
      .insert(notices)
      .values({ id: uuid(), userId, ...row })
      .onConflictDoNothing(),
  );
}

/** Tells those who follow a case what was written in it, but its author and whom it names. */
export async function tellFollowers(
  db: TenantDb,
  notice: Notice<Extract<Told, { kind: 'follow' }>> & { caseId: string },
  named: readonly string[] = [],
): Promise<Statement[]> {
  const others = (await listFollowers(db, notice.caseId)).filter(
    (userId) => userId !== notice.by && !named.includes(userId),
  );
  return tellPeople(db, others, notice);
}

/** What was asked of several people was answered by one of them. */
export function settleNotices(db: TenantDb, kind: NoticeKind, source: string, now: Date): Statement {
  return markRead(db, now, and(eq(notices.kind, kind), eq(notices.source, source)));
}

/** For a commit: only the pages of that person show it. */
export function heardBy(userId: string, id: string): Change {
  return { topic: 'notice', id, userId };
}

/** The statement that makes notices read; those that were read were read then. */
export function markRead(db: TenantDb, readAt: Date, which: SQL | undefined): Statement {
  return db
    .update(notices)
    .set({ readAt })
    .where(and(which, isNull(notices.readAt)));
}
