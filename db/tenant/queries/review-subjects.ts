import { and, asc, desc, eq, gte, inArray, isNotNull, lt, max, notInArray, sql } from 'drizzle-orm';
import type { Subject, SubjectType } from '#app/features/review/review.ts';
import type { PlanFilter } from '#app/features/review/sample-plan.ts';
import type { TenantDb } from '#db/open.ts';
import { caseEvents, cases } from '../schema/case.ts';
import { contacts } from '../schema/contact.ts';
import { requests } from '../schema/request.ts';
import { reviewTasks } from '../schema/review.ts';

/** Work that can be reviewed, and whose it is. */
export type Reviewable = {
  subjectId: string;
  agentId: string;
  occurredAt: Date;
  channel: string;
  carrier: string | null;
  kind: string;
  isRisky: boolean;
};

type Where = { filter: PlanFilter } | { subjectId: string };
type Between = { from: Date; to: Date };

const nobody = ['worker', 'subscriber'];
const mark = (value: number) => new Date(value);

/** Where a mistake costs most: a complaint, money, personal data, or what was urgent. */
const isRiskyCase = sql`coalesce(
  ${cases.kind} in ('complaint', 'mistaken-payment', 'personal-data') or ${cases.priority} in ('high', 'urgent'),
  0)`.mapWith(Boolean);

/** What agents did between two instants and nobody has drawn yet, up to a limit. */
export async function listReviewable(
  db: TenantDb,
  filter: PlanFilter,
  between: Between,
  limit: number,
): Promise<Reviewable[]> {
  const rows = await readers[filter.subjectType](db, { filter }, between, limit);
  return rows.filter(({ agentId }) => filter.agentId === null || agentId === filter.agentId);
}

/** One piece of work; `null`: there is none, or nobody's. */
export async function getReviewable(
  db: TenantDb,
  { subjectType, subjectId }: Subject,
): Promise<Reviewable | null> {
  const always = { from: new Date(0), to: new Date(8.64e15) };
  const [row] = await readers[subjectType](db, { subjectId }, always, 1);
  return row ?? null;
}

type Read = (db: TenantDb, where: Where, between: Between, limit: number) => Promise<Reviewable[]>;
const readers: Record<SubjectType, Read> = { case: readCases, contact: readContacts, request: readRequests };

/** Tasks that were drawn, of whatever plan: nothing is reviewed twice by chance. */
function isFresh(db: TenantDb, id: Parameters<typeof notInArray>[0]) {
  const drawn = db
    .select({ id: reviewTasks.subjectId })
    .from(reviewTasks)
    .where(isNotNull(reviewTasks.drawId));
  return notInArray(id, drawn);
}

/** A case is the work of who solved it last, when he did. */
async function readCases(db: TenantDb, where: Where, { from, to }: Between, limit: number) {
  const solved = db
    .select({ caseId: caseEvents.caseId, at: max(caseEvents.at).as('solved_at'), actor: caseEvents.actor })
    .from(caseEvents)
    .where(
      and(
        eq(caseEvents.toState, 'solved'),
        notInArray(caseEvents.actor, nobody),
        'subjectId' in where ? eq(caseEvents.caseId, where.subjectId) : undefined,
      ),
    )
    .groupBy(caseEvents.caseId)
    .as('solved');
  const at = sql<number>`solved.solved_at`;
  const rows = await db
    .select({
      subjectId: cases.id,
      agentId: solved.actor,
      at,
      channel: cases.channel,
      carrier: cases.carrier,
      kind: cases.kind,
      isRisky: isRiskyCase,
    })
    .from(solved)
    .innerJoin(cases, eq(cases.id, solved.caseId))
    .where(
      'subjectId' in where
        ? undefined
        : and(
            inArray(cases.state, ['solved', 'closed']),
            sql`${at} >= ${from.getTime()} and ${at} < ${to.getTime()}`,
            where.filter.channel ? eq(cases.channel, where.filter.channel) : undefined,
            where.filter.carrier ? eq(cases.carrier, where.filter.carrier) : undefined,
            isFresh(db, cases.id),
          ),
    )
    .orderBy(asc(cases.id))
    .limit(limit);
  return rows.map(({ at: solvedAt, ...row }) => ({ ...row, occurredAt: mark(solvedAt) }));
}

async function readContacts(db: TenantDb, where: Where, { from, to }: Between, limit: number) {
  const rows = await db
    .select({
      subjectId: contacts.id,
      agentId: contacts.agentId,
      occurredAt: contacts.startedAt,
      channel: contacts.channel,
      carrier: cases.carrier,
      kind: cases.kind,
      isRisky: isRiskyCase,
    })
    .from(contacts)
    .leftJoin(cases, eq(cases.id, contacts.caseId))
    .where(
      and(
        isNotNull(contacts.agentId),
        ...('subjectId' in where
          ? [eq(contacts.id, where.subjectId)]
          : [
              gte(contacts.startedAt, from),
              lt(contacts.startedAt, to),
              where.filter.channel ? eq(contacts.channel, where.filter.channel) : undefined,
              where.filter.carrier ? eq(cases.carrier, where.filter.carrier) : undefined,
              isFresh(db, contacts.id),
            ]),
      ),
    )
    .orderBy(asc(contacts.id))
    .limit(limit);
  return rows.flatMap(({ agentId, kind, ...row }) =>
    agentId === null ? [] : [{ ...row, agentId, kind: kind ?? 'contact' }],
  );
}

async function readRequests(db: TenantDb, where: Where, { from, to }: Between, limit: number) {
  return db
    .select({
      subjectId: requests.id,
      agentId: requests.createdBy,
      occurredAt: requests.createdAt,
      channel: sql<string>`'request'`,
      carrier: requests.carrier,
      kind: requests.kind,
      isRisky: sql`${requests.state} = 'refused'`.mapWith(Boolean),
    })
    .from(requests)
    .where(
      'subjectId' in where
        ? eq(requests.id, where.subjectId)
        : and(
            inArray(requests.state, ['done', 'refused']),
            gte(requests.createdAt, from),
            lt(requests.createdAt, to),
            notInArray(requests.createdBy, nobody),
            where.filter.carrier ? eq(requests.carrier, where.filter.carrier) : undefined,
            isFresh(db, requests.id),
          ),
    )
    .orderBy(desc(requests.id))
    .limit(limit);
}

/** Recordings of a piece of work, the oldest first: a contact's own, or those of all calls of a case. */
export async function listRecordings(db: TenantDb, { subjectType, subjectId }: Subject) {
  if (subjectType === 'request') return [];
  const whose = subjectType === 'case' ? eq(contacts.caseId, subjectId) : eq(contacts.id, subjectId);
  const rows = await db
    .select({
      id: contacts.id,
      agentId: contacts.agentId,
      startedAt: contacts.startedAt,
      url: contacts.recordingUrl,
    })
    .from(contacts)
    .where(and(whose, isNotNull(contacts.recordingUrl)))
    .orderBy(asc(contacts.id));
  return rows.flatMap(({ url, ...row }) => (url === null ? [] : [{ ...row, url }]));
}
