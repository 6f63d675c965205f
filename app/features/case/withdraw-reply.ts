import { and, eq, sql } from 'drizzle-orm';
import { can } from '#app/features/access/can.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit, type Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { getMessage } from '#db/tenant/queries/cases.ts';
import { uploads } from '#db/tenant/schema/arrival.ts';
import { attachments, messages } from '#db/tenant/schema/contact.ts';
import type { CaseRefusal } from './case-refusal.ts';
import type { CaseDesk } from './change-case.ts';

/** Takes a reply back while it is held, and gives its text and its files back to be written on. */
export async function withdrawReply(
  { db, actor }: CaseDesk,
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
  const files = giveFilesBack(db, message.id, actor.userId);
  const written = await commit(db, [...files, withdraw], [{ topic: 'case', id: input.caseId }]);
  if (!written.ok || written.results.at(-1)?.rowsAffected !== 1) return refuse({ code: 'reply-is-out' });
  return ok({ body: message.body });
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
