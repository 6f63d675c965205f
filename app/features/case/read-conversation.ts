import { maskMsisdn } from '#app/features/subscriber/phone.ts';
import { namesOf } from '#db/control/queries/names.ts';
import { listAttachments, listCaseContacts, listCaseMessages } from '#db/tenant/queries/case-detail.ts';
import { type CaseRow, listCaseEvents } from '#db/tenant/queries/cases.ts';
import type { CaseReader } from './read-case-list.ts';
import { tellCaseEvent } from './tell-case-event.ts';

export type Entry = Awaited<ReturnType<typeof readConversation>>['entries'][number];
export type MessageEntry = Extract<Entry, { type: 'message' }>;
export type ContactEntry = Extract<Entry, { type: 'contact' }>;
export type EventEntry = Extract<Entry, { type: 'event' }>;

const mostMessages = 200;

/** What was said, written and done in a case, in the order it happened. `isCut`: there was more before. */
export async function readConversation({ db, control }: CaseReader, row: CaseRow) {
  const written = await listCaseMessages(db, row.id, mostMessages + 1);
  const messages = written.slice(-mostMessages);
  const isCut = written.length > mostMessages;
  const from = isCut ? (messages[0]?.at ?? row.createdAt) : new Date(0);
  const contacts = await listCaseContacts(db, row.id, mostMessages);
  const events = (await listCaseEvents(db, row.id)).map((event) => ({
    ...event,
    told: tellCaseEvent(event),
  }));
  const files = await listAttachments(
    db,
    messages.map(({ id }) => id),
  );
  const names = await namesOf(control, [
    ...messages.flatMap(({ author, mentions }) => [author, ...(mentions ?? [])]),
    ...contacts.flatMap(({ agentId }) => agentId ?? []),
    ...events.flatMap(({ actor, told }) => [actor, told?.person ?? '']),
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
      who: name(message.author),
      mentions: (message.mentions ?? []).flatMap((id) => names[id] ?? []),
      files: files
        .filter(({ messageId }) => messageId === message.id)
        .map(({ id, name: title, type, sizeBytes, refusedReason }) => ({
          id,
          title,
          type,
          sizeBytes,
          refusedReason,
        })),
    })),
    ...contacts
      .filter(({ id, startedAt }) => startedAt >= from && !told.has(id))
      .map((contact) => ({ type: 'contact' as const, ...toContact(contact), who: name(contact.agentId) })),
    ...events
      .filter(({ at }) => at >= from)
      .flatMap(({ version, at, actor, told }) =>
        told
          ? [
              {
                type: 'event' as const,
                id: `${version}`,
                at,
                ...told,
                who: name(actor),
                person: name(told.person),
              },
            ]
          : [],
      ),
  ];
  return { isCut, entries: entries.sort((a, b) => a.at.getTime() - b.at.getTime()) };
}

type MessageRow = Awaited<ReturnType<typeof listCaseMessages>>[number];
type ContactRow = Awaited<ReturnType<typeof listCaseContacts>>[number];

function toMessage({ id, kind, channel, author, body, state, sendAt, failure, contactId, at }: MessageRow) {
  return { id, kind, channel, author, body, state, sendAt, failure, contactId, at };
}

function toContact(row: ContactRow) {
  const { id, channel, direction, startedAt, endedAt, waitMs, talkMs, holdMs, recordingUrl } = row;
  return {
    ...{ id, channel, direction, endedAt, waitMs, talkMs, holdMs, recordingUrl, at: startedAt },
    result: row.result,
    isSolvedAtFirst: row.isSolvedAtFirst,
    address: row.address && maskMsisdn(row.address),
  };
}
