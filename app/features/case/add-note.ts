import { v7 as uuid } from 'uuid';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { getMessageByFormToken, type MessageRow } from '#db/tenant/queries/cases.ts';
import { caseFollowers } from '#db/tenant/schema/case.ts';
import { messages } from '#db/tenant/schema/contact.ts';
import type { NoteInput } from './case-inputs.ts';
import type { CaseRefusal } from './case-refusal.ts';
import { type CaseDesk, changeCase } from './change-case.ts';
import { forgetDraft } from './save-draft.ts';

/** Writes a note that only colleagues see; those it names follow the case from now on. */
export async function addNote(
  desk: CaseDesk,
  { caseId, formToken, body, mentions }: NoteInput & { caseId: string },
): Promise<Result<{ messageId: string }, CaseRefusal>> {
  const { db, actor, now } = desk;
  const earlier = await getMessageByFormToken(db, formToken);
  if (earlier) return notedBefore(earlier, caseId, body);
  const id = uuid();
  const written = { id, caseId, kind: 'note' as const, author: actor.userId, body, mentions, formToken };
  const changed = await changeCase(desk, 'case:write', caseId, () => ({
    event: 'noted',
    note: { messageId: id, mentions },
    set: { lastMessageId: id },
    follow: [
      db.insert(messages).values({ ...written, state: 'sent', sentAt: now, at: now }),
      ...mentions.map((userId) => db.insert(caseFollowers).values({ caseId, userId }).onConflictDoNothing()),
      forgetDraft(db, actor.userId, caseId, 'note'),
    ],
  }));
  if (changed.ok) return ok({ messageId: id });
  const stored = await getMessageByFormToken(db, formToken);
  return stored ? notedBefore(stored, caseId, body) : changed;
}

function notedBefore(
  message: MessageRow,
  caseId: string,
  body: string,
): Result<{ messageId: string }, CaseRefusal> {
  const isSame = message.caseId === caseId && message.body === body;
  return isSame ? ok({ messageId: message.id }) : refuse({ code: 'form-reused' });
}
