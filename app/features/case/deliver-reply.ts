import { and, eq } from 'drizzle-orm';
import { tellOfFailure, tellOfReply } from '#app/features/notice/tell-of-delivery.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit, type Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { type CaseRow, getCase, getMessage, type MessageRow } from '#db/tenant/queries/cases.ts';
import { messages } from '#db/tenant/schema/contact.ts';
import type { CaseMoveName } from './case.ts';
import { type CaseChange, writeCaseChange } from './write-case-change.ts';

type Gone = { code: 'reply-not-held' } | { code: 'conflict' };

/** So long whoever took a reply is believed to be sending it: a mail's slowest server, several times over. */
export const sendingLeaseMs = 5 * 60_000;

/** Takes a held reply for sending. Committed before the channel is spoken to, so that it is sent once. */
export async function claimReply(
  db: TenantDb,
  messageId: string,
  now: Date,
): Promise<Result<{ message: MessageRow; row: CaseRow }, Gone>> {
  const message = await getMessage(db, messageId);
  const row = message ? await getCase(db, message.caseId) : null;
  if (!message || !row || message.state !== 'held') return refuse({ code: 'reply-not-held' });
  const claim = db
    .update(messages)
    .set({ state: 'sending', claimedAt: now })
    .where(and(eq(messages.id, messageId), eq(messages.state, 'held')));
  const written = await commit(db, [claim]);
  if (!written.ok || written.results[0]?.rowsAffected !== 1) return refuse({ code: 'reply-not-held' });
  return ok({ message, row });
}

/**
 * How the channel took it: `held` is a reply that surely never left and may be tried again, `unconfirmed`
 * one that broke off when nobody can know.
 */
export type Delivery =
  | { state: 'sent'; externalId: string | null }
  | { state: 'held' | 'failed' | 'unconfirmed'; failure: string };

const moveOf: Record<'open' | 'waiting' | 'solved', CaseMoveName> = {
  open: 'answer',
  waiting: 'ask',
  solved: 'solve',
};
const mostTries = 5;

/** Writes how the channel took a reply; once it is out, the case moves as its author wished. */
export async function recordDelivery(
  db: TenantDb,
  messageId: string,
  delivery: Delivery,
  now: Date,
): Promise<Result<MessageRow, Gone>> {
  for (let tries = 0; tries < mostTries; tries++) {
    const message = await getMessage(db, messageId);
    const row = message ? await getCase(db, message.caseId) : null;
    if (!message || !row || !isAwaited(message, delivery)) return refuse({ code: 'reply-not-held' });
    const set =
      delivery.state === 'sent'
        ? { state: delivery.state, externalId: delivery.externalId, sentAt: now, failure: null }
        : delivery;
    const mark = db.update(messages).set(set).where(eq(messages.id, messageId));
    const author = { by: 'person' as const, actor: message.author, at: now };
    const changes = writeCaseChange(db, row, changeFor(row, message, delivery), author);
    const told = await tellOf(db, message, row, delivery, now);
    const statements = changes.ok ? [mark, ...changes.statements] : [mark];
    const written = await commit(db, [...statements, ...told], [{ topic: 'case', id: row.id }]);
    if (written.ok) return ok({ ...message, ...set });
  }
  return refuse({ code: 'conflict' });
}

async function tellOf(
  db: TenantDb,
  message: MessageRow,
  row: CaseRow,
  { state }: Delivery,
  at: Date,
): Promise<Statement[]> {
  if (state === 'held') return [];
  return state === 'sent' ? tellOfReply(db, message, at) : tellOfFailure(db, message, row, { state, at });
}

/** Whoever was given up as dead may still tell that it was sent: that is a fact whenever it comes. */
function isAwaited({ state }: MessageRow, delivery: Delivery): boolean {
  return state === 'sending' || (state === 'unconfirmed' && delivery.state === 'sent');
}

/** A case that was solved or closed meanwhile stays so; the reply is told in its history all the same. */
function changeFor(row: CaseRow, { id, nextState }: MessageRow, delivery: Delivery): CaseChange {
  const note = { messageId: id };
  if (delivery.state !== 'sent') return { event: `reply-${delivery.state}`, note: { ...note, ...delivery } };
  const isOpen = row.state === 'new' || row.state === 'open' || row.state === 'waiting';
  if (!isOpen) return { event: 'answered', note };
  if (nextState === null && row.state === 'waiting') return { event: 'answered', note };
  return { move: moveOf[nextState ?? 'open'], note: { ...note, isAnswer: true } };
}
