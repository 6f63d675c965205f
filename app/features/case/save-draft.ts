import { and, eq } from 'drizzle-orm';
import { can } from '#app/features/access/can.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit, type Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { getCase } from '#db/tenant/queries/cases.ts';
import { drafts } from '#db/tenant/schema/contact.ts';
import type { CaseRefusal } from './case-refusal.ts';
import type { CaseDesk } from './change-case.ts';

type DraftKind = 'reply' | 'note';

/** Keeps what a person has begun to write; an empty text forgets it. The last word counts. */
export async function saveDraft(
  { db, actor, now }: CaseDesk,
  input: { caseId: string; kind: DraftKind; body: string },
): Promise<Result<{ savedAt: Date }, CaseRefusal>> {
  if (!can(actor, 'case:write')) return refuse({ code: 'forbidden', action: 'case:write' });
  if (!(await getCase(db, input.caseId))) return refuse({ code: 'case-not-found' });
  const { caseId, kind, body } = input;
  const kept = { userId: actor.userId, caseId, kind, body, savedAt: now };
  const save = db
    .insert(drafts)
    .values(kept)
    .onConflictDoUpdate({
      target: [drafts.userId, drafts.caseId, drafts.kind],
      set: { body, savedAt: now },
    });
  await commit(db, [body.trim() === '' ? forgetDraft(db, actor.userId, caseId, kind) : save]);
  return ok({ savedAt: now });
}

/** The statement that forgets a draft: what it became is in the case. */
export function forgetDraft(db: TenantDb, userId: string, caseId: string, kind: DraftKind): Statement {
  const own = and(eq(drafts.userId, userId), eq(drafts.caseId, caseId), eq(drafts.kind, kind));
  return db.delete(drafts).where(own);
}
