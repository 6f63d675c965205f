import { and, eq, sql } from 'drizzle-orm';
import { can } from '#app/features/access/can.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit, type Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { getMessage } from '#db/tenant/queries/cases.ts';
import { uploads } from '#db/tenant/schema/arrival.ts';
import { attachments, drafts, messages } from '#db/tenant/schema/contact.ts';
import type { CaseRefusal } from './case-refusal.ts';
import type { CaseDesk } from './change-case.ts';

/** Takes a reply back while it is held, and gives its text and its files back to be written on. */
export async function withdrawReply(
  { db, actor, now }: CaseDesk,
  input: { caseId: string; messageId: string },
): Promise<Result<{ body: string }, CaseRefusal>> {
  if (!can(actor, 'case:write')) return refuse({ code: 'forbidden', action: 'case:write' });
  const message = await getMessage(db, input.messageId);
  if (message?.caseId !== input.caseId || message.kind !== 'reply')
    return refuse({ code: 'message-not-found' });
  const withdraw = db
    .update(messages)
    .set({ state: 'withdrawn' })
    .where(and(eq(messages.id, message.id), eq(messages.state, 'held')));
  const given = [
    ...giveFilesBack(db, message.id, actor.userId),
    giveTextBack(db, message.id, actor.userId, now),
  ];
  const written = await commit(db, [...given, withdraw], [{ topic: 'case', id: input.caseId }]);
  if (!written.ok || written.results.at(-1)?.rowsAffected !== 1) return refuse({ code: 'reply-is-out' });
  return ok({ body: message.body });
}

/**
 * Into the draft of whoever takes it back, as `withTakenBack` puts it on the page: should the answer not reach him,
 * his text is there all the same.
 */
function giveTextBack(db: TenantDb, messageId: string, userId: string, now: Date): Statement {
  const text = db
    .select({
      userId: sql<string>`${userId}`.as('user_id'),
      caseId: messages.caseId,
      kind: sql<'reply'>`'reply'`.as('kind'),
      body: messages.body,
      savedAt: sql<Date>`${now.getTime()}`.as('saved_at'),
    })
    .from(messages)
    .where(and(eq(messages.id, messageId), eq(messages.state, 'held')));
  const both = sql`iif(instr(${drafts.body}, excluded.body), ${drafts.body}, excluded.body || char(10, 10) || ${drafts.body})`;
  return db
    .insert(drafts)
    .select(text)
    .onConflictDoUpdate({
      target: [drafts.userId, drafts.caseId, drafts.kind],
      set: { body: both, savedAt: now },
    });
}

/** As long as the reply is held; what goes out keeps its files. */
function giveFilesBack(db: TenantDb, messageId: string, userId: string): Statement[] {
  const isHeld = sql`exists (select 1 from ${messages} where ${messages.id} = ${messageId} and ${messages.state} = 'held')`;
  return [
    db
      .update(uploads)
      .set({ messageId: null, userId })
      .where(and(eq(uploads.messageId, messageId), isHeld)),
    db.delete(attachments).where(and(eq(attachments.messageId, messageId), isHeld)),
  ];
}
