import { and, eq, sql } from 'drizzle-orm';
import { can } from '#app/features/access/can.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit, type Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { getMessage, type MessageRow } from '#db/tenant/queries/cases.ts';
import { uploads } from '#db/tenant/schema/arrival.ts';
import { attachments, messages } from '#db/tenant/schema/contact.ts';
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
  const files = giveFilesBack(db, message, actor.userId, now);
  const written = await commit(db, [...files, withdraw], [{ topic: 'case', id: input.caseId }]);
  if (!written.ok || written.results.at(-1)?.rowsAffected !== 1) return refuse({ code: 'reply-is-out' });
  return ok({ body: message.body });
}

/** As long as the reply is held; what goes out keeps its files. */
function giveFilesBack(db: TenantDb, { id, caseId }: MessageRow, userId: string, now: Date): Statement[] {
  const isHeld = sql`exists (select 1 from ${messages} where ${messages.id} = ${id} and ${messages.state} = 'held')`;
  const own = and(eq(attachments.messageId, id), isHeld);
  const back = db
    .select({
      id: attachments.id,
      caseId: sql`${caseId}`.as('case_id'),
      userId: sql`${userId}`.as('user_id'),
      name: attachments.name,
      type: attachments.type,
      sizeBytes: attachments.sizeBytes,
      sha256: sql<string>`${attachments.sha256}`.as('sha256'),
      at: sql`${now.getTime()}`.as('at'),
    })
    .from(attachments)
    .where(own);
  return [db.insert(uploads).select(back), db.delete(attachments).where(own)];
}
