import { v7 as uuid } from 'uuid';
import { can } from '#app/features/access/can.ts';
import { findBar } from '#app/features/admission/find-bar.ts';
import { hangUploads } from '#app/features/attachment/hang-uploads.ts';
import { isWritten, undoWindowMs } from '#app/features/contact/contact.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { callFor } from '#db/outbox.ts';
import {
  type CaseRow,
  getMessageByFormToken,
  listNewerMessages,
  type MessageRow,
} from '#db/tenant/queries/cases.ts';
import { messages } from '#db/tenant/schema/contact.ts';
import type { ReplyInput } from './case-inputs.ts';
import type { CaseRefusal } from './case-refusal.ts';
import { type CaseDesk, changeCase } from './change-case.ts';
import { forgetDraft } from './save-draft.ts';

/** A reply that can be taken back until `sendAt`. */
export type HeldReply = { messageId: string; sendAt: Date };

/**
 * Writes the subscriber a reply, which leaves after the channel's undo window. It is refused when somebody
 * wrote after the message the person saw, and shows what; the case moves when the reply is out.
 */
export async function sendReply(
  desk: CaseDesk,
  input: ReplyInput & { caseId: string },
): Promise<Result<HeldReply, CaseRefusal>> {
  const { db, actor, now } = desk;
  if (!can(actor, 'case:write')) return refuse({ code: 'forbidden', action: 'case:write' });
  const earlier = await getMessageByFormToken(db, input.formToken);
  if (earlier) return sentBefore(earlier, input);
  let held: HeldReply | undefined;
  const changed = await changeCase(desk, 'case:write', input.caseId, async (row) => {
    const refused = await whyNot(desk, row, input);
    if (refused) return refuse(refused);
    const message = replyOf(desk, row, input);
    held = { messageId: message.id, sendAt: message.sendAt };
    const work = { queue: 'message-delivery', gate: 'message-delivery', lane: 'interactive' as const };
    const delivery = { ...work, payload: { messageId: message.id }, dueAt: message.sendAt };
    return ok({
      event: 'reply-written',
      note: { messageId: message.id },
      set: { lastMessageId: message.id, assigneeId: row.assigneeId ?? desk.actor.userId },
      follow: [
        db.insert(messages).values(message),
        ...(await hangUploads(db, { caseId: row.id, userId: desk.actor.userId, messageId: message.id })),
        callFor(db, delivery, now),
        forgetDraft(db, desk.actor.userId, row.id, 'reply'),
      ],
    });
  });
  if (changed.ok && held) return ok(held);
  const stored = await getMessageByFormToken(db, input.formToken);
  if (stored) return sentBefore(stored, input);
  return changed.ok ? refuse({ code: 'conflict' }) : changed;
}

function sentBefore(
  message: MessageRow,
  input: ReplyInput & { caseId: string },
): Result<HeldReply, CaseRefusal> {
  const isSame = message.caseId === input.caseId && message.body === input.body;
  if (!isSame || !message.sendAt) return refuse({ code: 'form-reused' });
  return ok({ messageId: message.id, sendAt: message.sendAt });
}

async function whyNot(
  desk: CaseDesk,
  row: CaseRow,
  { seenMessageId }: ReplyInput,
): Promise<CaseRefusal | null> {
  const { db } = desk;
  if (!isWritten(row.channel)) return { code: 'channel-is-spoken' };
  const bar = await findBar(desk, row);
  if (bar) return bar;
  // What the subscriber writes reaches the case it went into: here nobody would see that he had.
  if (row.state === 'merged') return { code: 'case-move-not-allowed', move: 'answer', state: row.state };
  if (row.lastMessageId === seenMessageId) return null;
  const newer = await listNewerMessages(db, row.id, seenMessageId);
  const shown = newer.map(({ id, author, kind, body }) => ({ id, author, kind, body }));
  return shown.length > 0 ? { code: 'newer-messages', messages: shown } : null;
}

function replyOf({ actor, now }: CaseDesk, row: CaseRow, input: ReplyInput) {
  const window = isWritten(row.channel) ? undoWindowMs[row.channel] : 0;
  return {
    id: uuid(),
    caseId: row.id,
    kind: 'reply' as const,
    channel: row.channel,
    author: actor.userId,
    body: input.body,
    state: 'held' as const,
    nextState: input.nextState,
    sendAt: new Date(now.getTime() + window),
    formToken: input.formToken,
    at: now,
  };
}
