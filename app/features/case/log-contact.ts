import { and, eq, isNotNull } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { can } from '#app/features/access/can.ts';
import { findBar } from '#app/features/admission/find-bar.ts';
import { isWritten } from '#app/features/contact/contact.ts';
import { noteContact } from '#app/features/outreach/note-contact.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit, type Statement } from '#db/commit.ts';
import { getCallToLog } from '#db/tenant/queries/calls.ts';
import { type CaseRow, getCase, getContactByFormToken } from '#db/tenant/queries/cases.ts';
import { getLine } from '#db/tenant/queries/lines.ts';
import { contacts, messages } from '#db/tenant/schema/contact.ts';
import type { ContactInput } from './case-inputs.ts';
import type { CaseRefusal } from './case-refusal.ts';
import type { CaseDesk } from './change-case.ts';
import { openCase } from './open-case.ts';
import { type CaseChange, writeCaseChanges } from './write-case-change.ts';

export type LoggedContact = { contactId: string; caseId: string; caseNumber: number };
type ContactRow = typeof contacts.$inferSelect;
/** Within this time a call that was told is the one being logged. */
const callRemembersMs = 2 * 60 * 60_000;

type Begun = { row: CaseRow; isNew: boolean; statements: Statement[] };

/**
 * Logs a contact that an agent had, in one step: it joins the case given or opens a new one, which becomes
 * his, and the wrap-up may solve it at once. The same form sent twice makes one contact.
 */
export async function logContact(
  desk: CaseDesk,
  input: ContactInput,
): Promise<Result<LoggedContact, CaseRefusal>> {
  const { db, actor, now } = desk;
  if (!can(actor, 'contact:log')) return refuse({ code: 'forbidden', action: 'contact:log' });
  const earlier = await getContactByFormToken(db, input.formToken);
  if (earlier) return loggedBefore(desk, earlier);
  const begun = await beginCase(desk, input);
  if (!begun.ok) return begun;
  const { row, isNew, statements } = begun.value;
  const bar = await findBar(desk, row);
  if (bar) return refuse(bar);
  const message = wordsOf(desk, input, row);
  const contact = contactRow(desk, input, row);
  const callId = await findCall(desk, input, row);
  if (callId) contact.id = callId;
  const author = { by: 'person' as const, actor: actor.userId, at: now };
  const changes = changesOf(desk, input, { isNew, messageId: message?.id, contactId: contact.id });
  const told = writeCaseChanges(db, row, changes, author);
  if (!told.ok) return told;
  const kept = writeContact(desk, contact, callId !== null);
  if (input.direction === 'outbound') kept.push(...(await noteContact(db, contact, input.words ?? '', now)));
  if (message) kept.push(db.insert(messages).values({ ...message, contactId: contact.id }));
  await commit(db, [...statements, ...kept, ...told.statements], [{ topic: 'case', id: row.id }]);
  const stored = await getContactByFormToken(db, input.formToken);
  return stored ? loggedBefore(desk, stored) : refuse({ code: 'conflict' });
}

async function loggedBefore(
  { db }: CaseDesk,
  { id, caseId }: ContactRow,
): Promise<Result<LoggedContact, CaseRefusal>> {
  const row = caseId ? await getCase(db, caseId) : null;
  if (!row) return refuse({ code: 'case-not-found' });
  return ok({ contactId: id, caseId: row.id, caseNumber: row.number });
}

async function beginCase(
  { db, actor, now }: CaseDesk,
  input: ContactInput,
): Promise<Result<Begun, CaseRefusal>> {
  if ('caseId' in input.case) {
    const row = await getCase(db, input.case.caseId);
    return row ? ok({ row, isNew: false, statements: [] }) : refuse({ code: 'case-not-found' });
  }
  const line = input.lineId ? await getLine(db, input.lineId) : null;
  if (input.lineId && !line) return refuse({ code: 'line-not-found' });
  const { kind, subject, priority, topicId } = input.case;
  const wanted = {
    kind,
    subject,
    priority: priority ?? 'normal',
    channel: input.channel,
    topicId: topicId ?? null,
    subscriberId: line?.subscriberId ?? input.subscriberId ?? null,
    lineId: line?.id ?? null,
    carrier: line?.carrier ?? null,
  };
  return ok({ ...(await openCase(db, wanted, { actor: actor.userId, at: now })), isNew: true });
}

/**
 * What a logged contact does to its case. Who speaks with the subscriber has answered him; what the
 * subscriber wrote still waits for an answer.
 */
function changesOf(
  { actor }: CaseDesk,
  input: ContactInput,
  { isNew, messageId, contactId }: { isNew: boolean; messageId: string | undefined; contactId: string },
): CaseChange[] {
  const said = messageId ? { lastMessageId: messageId } : {};
  const note = { contactId, channel: input.channel };
  const isHeard = input.direction === 'inbound' && !isNew;
  const isAnswered = !isWritten(input.channel) || input.direction === 'outbound';
  const { wrapUp } = input;
  return [
    ...(isHeard ? [{ move: 'hear' as const, note, set: said }] : []),
    ...(isNew ? [{ move: 'take' as const, set: { assigneeId: actor.userId, ...said } }] : []),
    ...(isAnswered ? [{ move: 'answer' as const, note, set: said }] : []),
    ...(wrapUp?.result === 'solved'
      ? [{ move: 'solve' as const, set: { isSolvedAtFirst: isNew && wrapUp.isSolvedAtFirst } }]
      : []),
  ];
}

/** An exchange may have told of this very call: then it is that contact, with its times and its recording. */
async function findCall({ db, actor, now }: CaseDesk, input: ContactInput, row: CaseRow) {
  if (input.channel !== 'call' || input.direction !== 'inbound') return null;
  return getCallToLog(db, actor.userId, row.lineId, new Date(now.getTime() - callRemembersMs));
}

/** A call that was logged meanwhile breaks its own key, so that the whole batch fails: no second case is opened. */
function writeContact({ db }: CaseDesk, contact: typeof contacts.$inferInsert, isTold: boolean): Statement[] {
  if (!isTold) return [db.insert(contacts).values(contact)];
  const { caseId, subscriberId, lineId, result, topicId, isSolvedAtFirst, formToken } = contact;
  const own = eq(contacts.id, contact.id);
  const logged = db
    .select()
    .from(contacts)
    .where(and(own, isNotNull(contacts.caseId)));
  const set = { caseId, subscriberId, lineId, result, topicId, isSolvedAtFirst, formToken };
  return [db.insert(contacts).select(logged), db.update(contacts).set(set).where(own)];
}

function wordsOf({ actor, now }: CaseDesk, input: ContactInput, row: CaseRow) {
  if (!input.words) return null;
  const isHis = isWritten(input.channel) && input.direction === 'inbound';
  return {
    id: uuid(),
    caseId: row.id,
    kind: isHis ? ('inbound' as const) : ('note' as const),
    channel: input.channel,
    author: isHis ? 'subscriber' : actor.userId,
    body: input.words,
    state: 'sent' as const,
    at: now,
  };
}

function contactRow({ actor, now }: CaseDesk, input: ContactInput, row: CaseRow) {
  const { wrapUp } = input;
  return {
    id: uuid(),
    caseId: row.id,
    channel: input.channel,
    direction: input.direction,
    subscriberId: row.subscriberId,
    lineId: row.lineId,
    address: input.address ?? null,
    agentId: actor.userId,
    startedAt: now,
    endedAt: wrapUp ? now : null,
    result: wrapUp?.result ?? null,
    topicId: wrapUp?.topicId ?? row.topicId,
    isSolvedAtFirst: wrapUp?.isSolvedAtFirst ?? null,
    formToken: input.formToken,
    createdAt: now,
  };
}
