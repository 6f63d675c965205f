import { v7 as uuid } from 'uuid';
import type { Channel } from '#app/features/contact/contact.ts';
import { tellFollowers, tellPeople } from '#app/features/notice/tell-people.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit, type Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { type CaseRow, getCase, getMessageByExternalId } from '#db/tenant/queries/cases.ts';
import { contacts, messages } from '#db/tenant/schema/contact.ts';
import type { CaseRefusal } from './case-refusal.ts';
import { openCase } from './open-case.ts';
import { type CaseChange, writeCaseChanges } from './write-case-change.ts';
import type { NewCase } from './write-new-case.ts';

/** What a subscriber wrote, as its channel brought it. The channel's own name for it makes it count once. */
export type HeardMessage = {
  channel: Channel;
  externalId: string;
  at: Date;
  address: string;
  body: string;
  /** The case it belongs to, proven by the channel; a closed one is followed by a new case. */
  caseId?: string;
  /**
   * Of a channel in which a person writes in short pieces: looks for the case he has, at every try, and gives what
   * fails the batch of a new one when he wrote meanwhile.
   */
  find?(): Promise<{ caseId: string | null; guard: Statement }>;
  /** The case to open when there is none to join. */
  opens: Omit<NewCase, 'channel' | 'assigneeId'>;
  /** What else the channel keeps of this message, such as its attachments. */
  keep?(messageId: string, caseId: string): Statement[];
};
export type Heard = { caseId: string; messageId: string; isNew: boolean };

/** So many of a person's messages come at once, with a change of a colleague's among them. */
const mostTries = 20;

/** Puts a message of the subscriber into its case, or opens one. Nothing is lost to a colleague's change. */
export async function hearSubscriber(
  db: TenantDb,
  message: HeardMessage,
  now: Date,
): Promise<Result<Heard, CaseRefusal>> {
  for (let tries = 0; tries < mostTries; tries++) {
    const earlier = await getMessageByExternalId(db, message.channel, message.externalId);
    if (earlier) return ok({ caseId: earlier.caseId, messageId: earlier.id, isNew: false });
    const found = await message.find?.();
    const caseId = message.caseId ?? found?.caseId;
    const row = caseId ? await getOriginal(db, caseId) : null;
    const joined = row && row.state !== 'closed' ? row : null;
    const heard = await writeHeard(db, { joined, guards: found ? [found.guard] : [] }, message, now);
    if (heard) return ok(heard);
  }
  return refuse({ code: 'conflict' });
}

/** The case that a merged one went into. */
async function getOriginal(db: TenantDb, caseId: string): Promise<CaseRow | null> {
  const row = await getCase(db, caseId);
  return row?.mergedInto ? getOriginal(db, row.mergedInto) : row;
}

async function writeHeard(
  db: TenantDb,
  { joined, guards }: { joined: CaseRow | null; guards: Statement[] },
  message: HeardMessage,
  now: Date,
): Promise<Heard | null> {
  const author = { by: 'worker' as const, actor: 'subscriber', at: now };
  const opens = { ...message.opens, channel: message.channel };
  const begun = joined ? { row: joined, statements: [] } : await openCase(db, opens, author);
  const ids = { messageId: uuid(), contactId: uuid() };
  const set = { lastMessageId: ids.messageId, lastInboundAt: now };
  const change: CaseChange = joined
    ? { move: 'hear', note: ids, set: { ...set, snoozedUntil: null } }
    : { event: 'first-message', note: ids, set };
  const changed = writeCaseChanges(db, begun.row, [change], author);
  if (!changed.ok) return null;
  const { id: caseId } = begun.row;
  const told = { kind: 'follow' as const, messageId: ids.messageId, wrote: 'inbound' as const };
  const notice = { caseId, by: 'subscriber', at: now, told };
  const { assigneeId } = begun.row;
  const statements = [
    ...begun.statements,
    ...(joined ? [] : guards),
    ...keepMessage(db, { ...ids, row: begun.row, message, now }),
    ...(message.keep?.(ids.messageId, caseId) ?? []),
    ...changed.statements,
    ...(await tellFollowers(db, notice)),
    ...tellPeople(db, assigneeId ? [assigneeId] : [], notice),
  ];
  const written = await commit(db, statements, [{ topic: 'case', id: caseId }]);
  return written.ok ? { caseId, messageId: ids.messageId, isNew: !joined } : null;
}

type Kept = { messageId: string; contactId: string; row: CaseRow; message: HeardMessage; now: Date };

function keepMessage(db: TenantDb, { messageId, contactId, row, message, now }: Kept): Statement[] {
  const { channel, externalId, address, body, at } = message;
  const { subscriberId, lineId } = row;
  const from = { channel, direction: 'inbound' as const, address, subscriberId, lineId };
  const contact = { id: contactId, caseId: row.id, ...from, startedAt: at, externalId, createdAt: now };
  return [
    db.insert(contacts).values(contact),
    db.insert(messages).values({
      id: messageId,
      caseId: row.id,
      contactId,
      kind: 'inbound',
      channel,
      author: 'subscriber',
      body,
      state: 'sent',
      sentAt: at,
      externalId,
      at: now,
    }),
  ];
}
