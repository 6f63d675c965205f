import { and, asc, desc, eq, gt, gte, isNotNull, isNull, lt, or, type SQL, sql } from 'drizzle-orm';
import type { TenantDb } from '#db/open.ts';
import { caseReads, cases, topics } from '../schema/case.ts';
import { lines, subscribers } from '../schema/subscriber.ts';
import { type CaseFilter, type CaseSort, isOpenOnly, selectCaseIds } from './case-filter.ts';

/** `after`: the place of the last row seen, see `placeOf`. */
export type CasePage = { sort: CaseSort; after: string | null; limit: number };
export type CaseListRow = Awaited<ReturnType<typeof readCases>>[number];

/**
 * One page by key: by due moment, what has none at the end, or newest first. Ids are UUIDv7, so their order is
 * that of opening. Only open cases have a due moment: other states come newest first whatever is asked.
 */
export async function listCases(
  db: TenantDb,
  userId: string,
  filter: CaseFilter,
  page: CasePage,
): Promise<CaseListRow[]> {
  if (page.sort === 'newest' || !isOpenOnly(filter)) return listNewest(db, userId, filter, page);
  const isTimedOver = page.after?.startsWith('_') === true;
  const timed = isTimedOver ? [] : await listTimed(db, userId, filter, page);
  if (timed.length === page.limit || filter.dueBefore) return timed;
  const after = isTimedOver ? page.after : null;
  const limit = page.limit - timed.length;
  return [...timed, ...(await listUntimed(db, userId, filter, { ...page, after, limit }))];
}

/** Where a row stands in the list: `<due ms>_<id>`, `_<id>` without a due moment. */
export function placeOf({ dueAt, id }: { dueAt: Date | null; id: string }): string {
  return `${dueAt?.getTime() ?? ''}_${id}`;
}

function listNewest(db: TenantDb, userId: string, filter: CaseFilter, { after, limit }: CasePage) {
  const beyond = after ? lt(cases.id, after.slice(-36)) : undefined;
  return readCases(db, userId, [desc(cases.id)], (order) =>
    selectCaseIds(filter, 'newest', { beyond, order, limit }),
  );
}

function listTimed(db: TenantDb, userId: string, filter: CaseFilter, { after, limit }: CasePage) {
  const [ms, id] = after?.split('_') ?? [];
  const at = ms ? new Date(Number(ms)) : null;
  const beyond =
    at && id ? and(gte(cases.dueAt, at), or(gt(cases.dueAt, at), gt(cases.id, id))) : isNotNull(cases.dueAt);
  return readCases(db, userId, [asc(cases.dueAt), asc(cases.id)], (order) =>
    selectCaseIds(filter, 'due', { beyond, order, limit }),
  );
}

function listUntimed(db: TenantDb, userId: string, filter: CaseFilter, { after, limit }: CasePage) {
  const beyond = and(isNull(cases.dueAt), after ? gt(cases.id, after.slice(1)) : undefined);
  return readCases(db, userId, [asc(cases.id)], (order) =>
    selectCaseIds(filter, 'due', { beyond, order, limit }),
  );
}

/** The ids are found on one index first, then each case is read whole. */
function readCases(db: TenantDb, userId: string, order: SQL[], idsIn: (order: SQL[]) => SQL) {
  const read = and(eq(caseReads.userId, userId), eq(caseReads.caseId, cases.id));
  return db
    .select({
      id: cases.id,
      number: cases.number,
      kind: cases.kind,
      state: cases.state,
      subject: cases.subject,
      priority: cases.priority,
      channel: cases.channel,
      carrier: cases.carrier,
      assigneeId: cases.assigneeId,
      topicId: cases.topicId,
      topicTitle: topics.title,
      dueAt: cases.dueAt,
      dueTarget: cases.dueTarget,
      pausedReason: cases.pausedReason,
      breachedAt: cases.breachedAt,
      snoozedUntil: cases.snoozedUntil,
      incidentId: cases.incidentId,
      createdAt: cases.createdAt,
      lastMessageId: cases.lastMessageId,
      readMessageId: caseReads.messageId,
      subscriberName: subscribers.name,
      msisdn: lines.msisdn,
    })
    .from(cases)
    .leftJoin(subscribers, eq(subscribers.id, cases.subscriberId))
    .leftJoin(lines, eq(lines.id, cases.lineId))
    .leftJoin(topics, eq(topics.id, cases.topicId))
    .leftJoin(caseReads, read)
    .where(sql`${cases.id} in (${idsIn(order)})`)
    .orderBy(...order);
}
