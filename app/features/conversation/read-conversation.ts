import type { Actor } from '#app/features/access/can.ts';
import { kindOfFile } from '#app/features/attachment/attachment.ts';
import type { CaseReader } from '#app/features/case/read-case-list.ts';
import { tellCaseEvent } from '#app/features/case/tell-case-event.ts';
import { mayPlay } from '#app/features/review/may-play.ts';
import { maskAddress } from '#app/features/subscriber/mask-address.ts';
import { namesOf } from '#db/control/queries/names.ts';
import {
  listAttachments,
  listCaseContacts,
  listCaseMessages,
  listMailFlags,
} from '#db/tenant/queries/case-detail.ts';
import { type CaseRow, listCaseEvents } from '#db/tenant/queries/cases.ts';

export type Entry = Awaited<ReturnType<typeof readConversation>>['entries'][number];
export type MessageEntry = Extract<Entry, { type: 'message' }>;
export type ContactEntry = Extract<Entry, { type: 'contact' }>;
export type EventEntry = Extract<Entry, { type: 'event' }>;

type Reader = Pick<CaseReader, 'db' | 'control' | 'actor'>;
type MessageRow = Awaited<ReturnType<typeof listCaseMessages>>[number];
type ContactRow = Awaited<ReturnType<typeof listCaseContacts>>[number];

/** How many messages a case shows at first, and the most that it shows at all. */
const fewMessages = 200;
const mostMessages = 6400;

/** What was said, written and done in a case, in the order it happened. `isCut`: there was more before. */
export async function readConversation({ db, control, actor }: Reader, row: CaseRow, wanted = fewMessages) {
  const most = Math.min(Math.max(wanted, fewMessages), mostMessages);
  const written = await listCaseMessages(db, row.id, most + 1);
  const messages = written.slice(-most);
  const isCut = written.length > most;
  const from = isCut ? (messages[0]?.at ?? row.createdAt) : new Date(0);
  const contacts = await listCaseContacts(db, row.id, most);
  const events = (await listCaseEvents(db, row.id)).flatMap((event) => {
    const told = event.at >= from ? tellCaseEvent(event) : null;
    return told ? [{ ...event, told }] : [];
  });
  const about = await readAbout(db, messages, contacts);
  const names = await namesOf(control, [
    ...messages.flatMap(({ author, mentions }) => [author, ...(mentions ?? [])]),
    ...contacts.flatMap(({ agentId }) => agentId ?? []),
    ...events.flatMap(({ actor, told }) => [actor, told.person ?? '']),
  ]);
  const name = (id: string | null) => (id === null ? null : (names[id] ?? null));
  // A contact that was written is its message.
  const told = new Set(
    messages.flatMap(({ kind, contactId }) => (kind === 'inbound' ? (contactId ?? []) : [])),
  );
  const entries = [
    ...messages.map((message) => ({
      type: 'message' as const,
      ...toMessage(message),
      ...about(message),
      who: name(message.author),
      mentions: (message.mentions ?? []).flatMap((id) => names[id] ?? []),
    })),
    ...contacts
      .filter(({ id, startedAt }) => startedAt >= from && !told.has(id))
      .map((contact) => ({
        type: 'contact' as const,
        ...toContact(contact, actor),
        who: name(contact.agentId),
      })),
    ...events.map(({ version, at, actor, told }) => {
      const people = { who: name(actor), person: name(told.person) };
      return { type: 'event' as const, id: `${version}`, at, ...told, ...people };
    }),
  ];
  const more = isCut && most < mostMessages ? most * 2 : null;
  return { isCut, more, entries: entries.sort((a, b) => a.at.getTime() - b.at.getTime()) };
}

/** What hangs on each message: its files, where it came from, and what to know before it is believed. */
async function readAbout(
  db: CaseReader['db'],
  messages: readonly MessageRow[],
  contacts: readonly ContactRow[],
) {
  const ids = messages.map(({ id }) => id);
  const files = Map.groupBy(await listAttachments(db, ids), ({ messageId }) => messageId);
  const flags = new Map((await listMailFlags(db, ids)).map((row) => [row.messageId, row.flags]));
  const addresses = new Map(contacts.map(({ id, address }) => [id, address]));
  return ({ id, kind, contactId }: MessageRow) => {
    const address = kind === 'inbound' && contactId ? addresses.get(contactId) : null;
    return {
      files: (files.get(id) ?? []).map(({ id: fileId, name, type, sizeBytes, refusedReason }) => ({
        id: fileId,
        title: name,
        kind: kindOfFile(type),
        sizeBytes,
        refusedReason,
      })),
      flags: flags.get(id) ?? [],
      maskedAddress: address ? maskAddress(address) : null,
    };
  };
}

function toMessage({ id, kind, channel, author, body, state, sendAt, failure, contactId, at }: MessageRow) {
  return { id, kind, channel, author, body, state, sendAt, failure, contactId, at };
}

function toContact(row: ContactRow, actor: Actor) {
  const { id, channel, direction, startedAt, endedAt, waitMs, talkMs, holdMs, recordingUrl } = row;
  return {
    id,
    channel,
    direction,
    endedAt,
    waitMs,
    talkMs,
    holdMs,
    at: startedAt,
    // Where it lies stays here: it is played through us, which logs it.
    isPlayable: recordingUrl !== null && mayPlay(actor, row),
    result: row.result,
    isSolvedAtFirst: row.isSolvedAtFirst,
    maskedAddress: row.address ? maskAddress(row.address) : null,
  };
}
