import { v7 as uuid } from 'uuid';
import { commit, type Statement } from '#db/commit.ts';
import { webForms } from '#db/control/schema.ts';
import type { TenantDb } from '#db/open.ts';
import { extensions } from '#db/tenant/schema/call.ts';
import { caseEvents, cases, topics } from '#db/tenant/schema/case.ts';
import { contacts, messages } from '#db/tenant/schema/contact.ts';
import { counters } from '#db/tenant/schema/desk.ts';
import { reasons } from './contact-texts.ts';
import type { SeedServices } from './demo-world.ts';
import { generateBase } from './generate-base.ts';
import { type ContactCounts, generateContacts, type SeededCase } from './generate-contacts.ts';
import { recordingAt } from './host-exchange.ts';
import { loadCatalogues, type TenantPlan, tenantOf } from './plan.ts';

const casesPerBatch = 200;

/**
 * Eighteen months of cases in all channels and today's open ones; an open form, and agents at their telephones.
 * `exchange`: where the recordings of calls lie; `null`: nothing was recorded.
 */
export async function seedContacts(
  { databases, now }: SeedServices,
  plan: TenantPlan,
  counts: ContactCounts,
  authors: readonly string[],
  exchange: string | null = null,
): Promise<void> {
  const tenantId = tenantOf(plan).id;
  const db = await databases.openTenant(tenantId);
  const topicIds = await seedTopics(db);
  const base = generateBase(plan, await loadCatalogues());
  let piece: SeededCase[] = [];
  let done = 0;
  const store = async () => {
    await commit(db, storeCases(db, piece));
    done += piece.length;
    piece = [];
  };
  for (const one of generateContacts(plan, base, counts, { authors, topicIds, now: now() })) {
    piece.push(exchange ? recorded(one, exchange) : one);
    if (piece.length === casesPerBatch) await store();
  }
  if (piece.length > 0) await store();
  await commit(db, [
    db.insert(counters).values({ name: 'case', value: done }),
    ...authors.map((userId, index) => db.insert(extensions).values({ number: String(101 + index), userId })),
  ]);
  const { control } = databases;
  await commit(control, [control.insert(webForms).values({ tenantId, openedAt: now() })]);
}

/** The call was recorded for as long as it was spoken and held. */
function recorded(one: SeededCase, exchange: string): SeededCase {
  const had = one.contacts.map((contact) => {
    const { channel, talkMs, holdMs } = contact;
    const seconds = Math.round(((talkMs ?? 0) + (holdMs ?? 0)) / 1000);
    const isRecorded = channel === 'call' && seconds > 0;
    return isRecorded
      ? { ...contact, recordingUrl: recordingAt(exchange, seconds, one.row.number) }
      : contact;
  });
  return { ...one, contacts: had };
}

/** Ids of the topics of the second level, by title. */
async function seedTopics(db: TenantDb): Promise<Map<string, string>> {
  const groups = new Map<string, string>();
  const ids = new Map<string, string>();
  const statements: Statement[] = [];
  for (const [group, title] of reasons.map(({ topic }) => topic)) {
    const parentId = groups.get(group) ?? uuid();
    if (!groups.has(group)) statements.push(db.insert(topics).values({ id: parentId, title: group }));
    groups.set(group, parentId);
    if (ids.has(title)) continue;
    const id = uuid();
    ids.set(title, id);
    statements.push(db.insert(topics).values({ id, parentId, title }));
  }
  await commit(db, statements);
  return ids;
}

function storeCases(db: TenantDb, piece: readonly SeededCase[]): Statement[] {
  const said = piece.flatMap((one) => one.messages);
  const had = piece.flatMap((one) => one.contacts);
  return [
    db.insert(cases).values(piece.map(({ row }) => row)),
    db.insert(caseEvents).values(piece.flatMap(({ events }) => events)),
    db.insert(contacts).values(had),
    db.insert(messages).values(said),
  ];
}
