import { and, eq, lt } from 'drizzle-orm';
import { can } from '#app/features/access/can.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit, type Statement } from '#db/commit.ts';
import { getCase } from '#db/tenant/queries/cases.ts';
import { caseFollowers, caseReads } from '#db/tenant/schema/case.ts';
import type { CaseRefusal } from './case-refusal.ts';
import type { CaseDesk } from './change-case.ts';

type Attended = Promise<Result<null, CaseRefusal>>;

/** Remembers up to which message a person has read a case; never goes back. */
export function markRead(desk: CaseDesk, input: { caseId: string; messageId: string }): Attended {
  const own = { userId: desk.actor.userId, ...input };
  return attend(desk, input.caseId, (db) =>
    db
      .insert(caseReads)
      .values(own)
      .onConflictDoUpdate({
        target: [caseReads.userId, caseReads.caseId],
        set: { messageId: input.messageId },
        setWhere: lt(caseReads.messageId, input.messageId),
      }),
  );
}

export function followCase(desk: CaseDesk, input: { caseId: string; follows: boolean }): Attended {
  const own = { caseId: input.caseId, userId: desk.actor.userId };
  return attend(desk, input.caseId, (db) =>
    input.follows
      ? db.insert(caseFollowers).values(own).onConflictDoNothing()
      : db
          .delete(caseFollowers)
          .where(and(eq(caseFollowers.caseId, own.caseId), eq(caseFollowers.userId, own.userId))),
  );
}

/** What concerns one person and a case, and changes nothing for others. */
async function attend(
  { db, actor }: CaseDesk,
  caseId: string,
  write: (db: CaseDesk['db']) => Statement,
): Attended {
  if (!can(actor, 'case:read')) return refuse({ code: 'forbidden', action: 'case:read' });
  if (!(await getCase(db, caseId))) return refuse({ code: 'case-not-found' });
  await commit(db, [write(db)]);
  return ok(null);
}
