import { and, eq } from 'drizzle-orm';
import { can } from '#app/features/access/can.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import { getMessage } from '#db/tenant/queries/cases.ts';
import { messages } from '#db/tenant/schema/contact.ts';
import type { CaseRefusal } from './case-refusal.ts';
import type { CaseDesk } from './change-case.ts';

/** Takes a reply back while it is held, and gives its text back to be written on. */
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
  const written = await commit(db, [withdraw], [{ topic: 'case', id: input.caseId }]);
  if (!written.ok || written.results[0]?.rowsAffected !== 1) return refuse({ code: 'reply-is-out' });
  return ok({ body: message.body });
}
