import type { Actor } from '#app/features/access/can.ts';
import { type Entry, readConversation } from '#app/features/conversation/read-conversation.ts';
import { readRequestDetail } from '#app/features/request/read-request-detail.ts';
import type { CarrierDesk } from '#app/platform/context.ts';
import type { ControlDb, TenantDb } from '#db/open.ts';
import { getCase } from '#db/tenant/queries/cases.ts';
import { getContactCaseId } from '#db/tenant/queries/point-facts.ts';
import type { Subject } from './review.ts';

export type StoryReader = {
  db: TenantDb;
  control: ControlDb;
  carriers: CarrierDesk;
  actor: Actor;
  now: Date;
  locale: 'ru' | 'en';
};
export type Story = Awaited<ReturnType<typeof readStory>>;

/** Stands in for whose work it is, where the reviewer is not to know. */
const hiddenName = '•••';

/** What was said and done. `hidden`: the name that is not told. */
export async function readStory(reader: StoryReader, task: Subject, hidden: string | null) {
  if (task.subjectType === 'request') {
    const detail = await readRequestDetail(reader, task.subjectId);
    if (!detail) return null;
    const { number, subject, carrier, preview } = detail;
    const events = detail.events.map((event) => ({ ...event, who: hide(event.who, hidden) }));
    return { type: 'request' as const, number, subject, carrier, preview, events };
  }
  const caseId = await caseOf(reader, task);
  const row = caseId ? await getCase(reader.db, caseId) : null;
  if (!row) return null;
  const conversation = await readConversation(reader, row);
  const entries = conversation.entries.map((entry) => shownEntry(entry, hidden));
  const { id, number, subject } = row;
  return { type: 'case' as const, id, number, subject, conversation: { ...conversation, entries } };
}

/** What was recorded is heard in the player of the review, which logs it there. */
function shownEntry(entry: Entry, hidden: string | null): Entry {
  const who = hide(entry.who, hidden);
  if (entry.type === 'contact') return { ...entry, who, isPlayable: false };
  if (entry.type === 'event') return { ...entry, who, person: hide(entry.person, hidden) };
  return { ...entry, who, mentions: entry.mentions.map((name) => (name === hidden ? hiddenName : name)) };
}

function hide(name: string | null, hidden: string | null): string | null {
  return name !== null && name === hidden ? hiddenName : name;
}

async function caseOf({ db }: StoryReader, { subjectType, subjectId }: Subject): Promise<string | null> {
  if (subjectType === 'case') return subjectId;
  return getContactCaseId(db, subjectId);
}
