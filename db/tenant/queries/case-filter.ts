import { and, eq, gt, gte, inArray, isNull, lt, lte, or, type SQL, sql } from 'drizzle-orm';
import type { CaseKind, CaseState } from '#app/features/case/case.ts';
import { caseFollowers, cases } from '../schema/case.ts';

export type CaseSort = 'due' | 'newest';
export type CaseFilter = {
  /** None: the open ones. */
  states?: readonly CaseState[];
  /** `null`: nobody's. */
  assigneeId?: string | null;
  followedBy?: string;
  kind?: CaseKind;
  carrier?: string;
  topicId?: string;
  incidentId?: string;
  /** Cases of these subscribers. */
  subscriberIds?: string[];
  number?: number;
  dueFrom?: Date;
  dueBefore?: Date;
  /** Put off at that moment, or not. */
  snoozed: { isWanted: boolean; at: Date };
};
/** Spelt as in the partial indexes, so that SQLite sees that they apply. */
export const isOpen = sql`${cases.state} in ('new', 'open', 'waiting')`;

export function isOpenOnly({ states }: CaseFilter): boolean {
  return !states?.some((state) => state !== 'new' && state !== 'open' && state !== 'waiting');
}

type Selection = { beyond?: SQL | undefined; order?: SQL[]; limit: number };

/**
 * The ids of what a filter finds, led by one index. SQLite keeps no statistics here, and left to itself it
 * takes the state for the rarest condition and sorts every open case.
 */
export function selectCaseIds(filter: CaseFilter, sort: CaseSort, { beyond, order, limit }: Selection): SQL {
  const index = leadingIndex(filter, sort);
  const sorted = order ? sql` order by ${sql.join(order, sql`, `)}` : undefined;
  const where = and(...conditions(filter), beyond);
  return sql`select ${cases.id} from ${cases} indexed by ${index} where ${where}${sorted} limit ${limit}`;
}

const byId = sql`sqlite_autoindex_cases_1`;
/** So few that their state leads, whatever else is asked. */
const fewStates: readonly CaseState[] = ['solved', 'merged'];

function leadingIndex(filter: CaseFilter, sort: CaseSort): SQL {
  if (filter.number !== undefined) return sql`cases_number`;
  if (filter.subscriberIds) return sql`cases_by_subscriber`;
  if (filter.followedBy) return byId;
  if (filter.incidentId) return sql`cases_by_incident`;
  if (isOpenOnly(filter)) {
    if (filter.assigneeId) return sql`cases_open_by_assignee`;
    return sort === 'due' || filter.dueBefore ? sql`cases_open_due` : sql`cases_open_newest`;
  }
  const [only, ...others] = filter.states ?? [];
  if (only && others.length === 0 && fewStates.includes(only)) return sql`cases_by_state`;
  if (filter.assigneeId) return sql`cases_by_assignee`;
  if (filter.topicId) return sql`cases_by_topic`;
  if (filter.kind) return sql`cases_by_kind`;
  if (filter.carrier) return sql`cases_by_carrier`;
  return others.length === 0 ? sql`cases_by_state` : byId;
}

function conditions(filter: CaseFilter): (SQL | undefined)[] {
  const { assigneeId, kind, carrier, topicId, incidentId, subscriberIds, followedBy, number } = filter;
  return [
    isOpenOnly(filter) ? isOpen : undefined,
    filter.states ? inArray(cases.state, [...filter.states]) : undefined,
    assigneeId === null ? isNull(cases.assigneeId) : undefined,
    assigneeId ? eq(cases.assigneeId, assigneeId) : undefined,
    kind ? eq(cases.kind, kind) : undefined,
    carrier ? eq(cases.carrier, carrier) : undefined,
    topicId ? eq(cases.topicId, topicId) : undefined,
    incidentId ? eq(cases.incidentId, incidentId) : undefined,
    subscriberIds ? inArray(cases.subscriberId, subscriberIds) : undefined,
    followedBy ? sql`${cases.id} in (${followedIds(followedBy)})` : undefined,
    number === undefined ? undefined : eq(cases.number, number),
    filter.dueFrom ? gte(cases.dueAt, filter.dueFrom) : undefined,
    filter.dueBefore ? lt(cases.dueAt, filter.dueBefore) : undefined,
    snoozeCondition(filter),
  ];
}

function followedIds(userId: string): SQL {
  return sql`select ${caseFollowers.caseId} from ${caseFollowers} where ${caseFollowers.userId} = ${userId}`;
}

/** Who asks for a case by its number or its subscriber wants it, put off or not. */
function snoozeCondition({ snoozed, number, subscriberIds }: CaseFilter): SQL | undefined {
  if (snoozed.isWanted) return gt(cases.snoozedUntil, snoozed.at);
  if (number !== undefined || subscriberIds) return undefined;
  return or(isNull(cases.snoozedUntil), lte(cases.snoozedUntil, snoozed.at));
}
