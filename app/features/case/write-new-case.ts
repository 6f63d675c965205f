import { sql } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import type { Channel } from '#app/features/contact/contact.ts';
import type { Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import type { CaseRow } from '#db/tenant/queries/cases.ts';
import { caseEvents, cases } from '#db/tenant/schema/case.ts';
import { counters } from '#db/tenant/schema/desk.ts';
import { subscribers } from '#db/tenant/schema/subscriber.ts';
import type { CaseKind, Priority } from './case.ts';

export type NewCase = {
  kind: CaseKind;
  subject: string;
  channel: Channel;
  priority?: Priority;
  subscriberId?: string | null;
  lineId?: string | null;
  carrier?: string | null;
  topicId?: string | null;
  assigneeId?: string | null;
  language?: string;
};

/** The statements that open a case with the next number. The row as returned knows all but its number. */
export function writeNewCase(
  db: TenantDb,
  input: NewCase,
  { actor, at }: { actor: string; at: Date },
): { row: CaseRow; statements: Statement[] } {
  const row = newCaseRow(input, actor, at);
  const nextNumber = db
    .insert(counters)
    .values({ name: 'case', value: 1 })
    .onConflictDoUpdate({ target: counters.name, set: { value: sql`${counters.value} + 1` } });
  const number = sql<number>`(select value from counters where name = 'case')`;
  const opened = db.insert(caseEvents).values({
    caseId: row.id,
    version: 1,
    event: 'opened',
    fromState: 'new',
    toState: 'new',
    at,
    actor,
    note: openedNote(row),
  });
  return { row, statements: [nextNumber, db.insert(cases).values({ ...row, number }), opened] };
}

/** What its clock goes by. The segment is the subscriber's as it is when the batch is written. */
function openedNote({ channel, kind, priority, subscriberId }: CaseRow) {
  const segment = sql`(select ${subscribers.kind} from ${subscribers} where ${subscribers.id} = ${subscriberId})`;
  return sql`json_object('channel', ${channel}, 'kind', ${kind}, 'priority', ${priority}, 'segment', ${segment})`;
}

function newCaseRow(input: NewCase, actor: string, at: Date): CaseRow {
  return {
    id: uuid(),
    number: 0,
    kind: input.kind,
    state: 'new',
    version: 1,
    subject: input.subject,
    priority: input.priority ?? 'normal',
    channel: input.channel,
    language: input.language ?? 'ru',
    subscriberId: input.subscriberId ?? null,
    lineId: input.lineId ?? null,
    carrier: input.carrier ?? null,
    topicId: input.topicId ?? null,
    assigneeId: input.assigneeId ?? null,
    contractVersionId: null,
    dueAt: null,
    dueTarget: null,
    pausedReason: null,
    breachedAt: null,
    snoozedUntil: null,
    isSolvedAtFirst: null,
    incidentId: null,
    mergedInto: null,
    lastMessageId: null,
    lastInboundAt: null,
    createdBy: actor,
    createdAt: at,
    changedAt: at,
  };
}
