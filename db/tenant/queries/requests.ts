import {
  and,
  asc,
  count,
  desc,
  eq,
  gt,
  inArray,
  lt,
  min,
  notInArray,
  type Placeholder,
  type SQL,
  sql,
} from 'drizzle-orm';
import type { RequestKind, RequestState } from '#app/features/request/request.ts';
import { inOne } from '#db/list-in-one.ts';
import type { TenantDb } from '#db/open.ts';
import { prepared } from '#db/prepared.ts';
import { requestEvents, requests, wireRecords } from '../schema/request.ts';
import { lines, subscribers } from '../schema/subscriber.ts';

/** Spelt as in the partial indexes, so that SQLite sees that they apply. */
const isOpen = sql`${requests.state} not in ('draft', 'done', 'refused', 'cancelled')`;

export async function getRequest(db: TenantDb, id: string) {
  const [row] = await db.select().from(requests).where(eq(requests.id, id)).limit(1);
  return row ?? null;
}

export async function getRequestByFormToken(db: TenantDb, formToken: string) {
  const [row] = await db.select().from(requests).where(eq(requests.formToken, formToken)).limit(1);
  return row ?? null;
}

/** The request that holds the line's subject now. */
export async function getOpenRequest(db: TenantDb, lineId: string, subject: string) {
  const [row] = await db
    .select({ id: requests.id, number: requests.number, state: requests.state })
    .from(requests)
    .where(and(eq(requests.lineId, lineId), eq(requests.subject, subject), isOpen))
    .limit(1);
  return row ?? null;
}

export type RequestFilter = {
  states?: RequestState[];
  carrier?: string;
  kind?: RequestKind;
  createdBy?: string;
  batchId?: string;
  lineId?: string;
  /** Requests for any line of these subscribers. */
  subscriberIds?: string[];
  number?: number;
};
export type RequestOrder = 'newest' | 'oldest';
/** `before`: the last id seen. */
export type RequestPage = { before?: string; limit: number; order?: RequestOrder };

/**
 * Newest first unless asked otherwise, one page by key. Ids are UUIDv7, so their order is that of creation. Drafts are left out unless asked for by state.
 */
export function listRequests(db: TenantDb, filter: RequestFilter, page: RequestPage) {
  const { states = [], subscriberIds, ...rest } = filter;
  const { order = 'newest', ...bounds } = page;
  const plain = { ...rest, ...bounds };
  const shape = [order, filter.states?.length, ...Object.keys(plain)].join(' ');
  const shapes = listsByShape(db);
  const known = subscriberIds ? undefined : shapes.get(shape);
  const list = known ?? buildList(db, filter, page);
  // Subscribers are as many as a search found: a query of that shape is not asked again.
  if (!known && !subscriberIds) shapes.set(shape, list);
  const named = states.map((state, index) => [`state${index}`, state]);
  return list({ ...plain, ...Object.fromEntries(named) });
}

/** Drizzle takes about as long to write such a query as SQLite takes to answer it. */
const listsByShape = prepared((_db: TenantDb) => new Map<string, ReturnType<typeof buildList>>());

/** A query for any filter of this shape: only the subscribers are part of it. */
function buildList(db: TenantDb, filter: RequestFilter, page: RequestPage) {
  const isUp = page.order === 'oldest';
  const isBeyond = isUp ? gt : lt;
  const listing = db
    .select({
      id: requests.id,
      number: requests.number,
      kind: requests.kind,
      payload: requests.payload,
      itemName: requests.itemName,
      state: requests.state,
      carrier: requests.carrier,
      failure: requests.failure,
      createdBy: requests.createdBy,
      createdAt: requests.createdAt,
      scheduledFor: requests.scheduledFor,
      lineId: requests.lineId,
      msisdn: lines.msisdn,
      subscriberName: subscribers.name,
    })
    .from(requests)
    .innerJoin(lines, eq(lines.id, requests.lineId))
    .innerJoin(subscribers, eq(subscribers.id, lines.subscriberId))
    .where(
      and(
        ...conditions(standInsFor(filter)),
        page.before ? isBeyond(requests.id, sql.placeholder('before')) : undefined,
      ),
    )
    .orderBy(isUp ? asc(requests.id) : desc(requests.id))
    .limit(sql.placeholder('limit'));
  return inOne(db, listing);
}

type Asked = {
  [Name in keyof RequestFilter]: NonNullable<RequestFilter[Name]> extends (infer One)[]
    ? (One | Placeholder)[]
    : RequestFilter[Name] | Placeholder;
};

function standInsFor({ states, subscriberIds, ...rest }: RequestFilter): Asked {
  return {
    ...Object.fromEntries(Object.keys(rest).map((name) => [name, sql.placeholder(name)])),
    ...(states ? { states: states.map((_, index) => sql.placeholder(`state${index}`)) } : {}),
    ...(subscriberIds ? { subscriberIds } : {}),
  };
}

function conditions(filter: Asked): (SQL | undefined)[] {
  const states = filter.states;
  return [
    states ? inArray(requests.state, states) : notInArray(requests.state, ['draft']),
    filter.carrier ? eq(requests.carrier, filter.carrier) : undefined,
    filter.kind ? eq(requests.kind, filter.kind) : undefined,
    filter.createdBy ? eq(requests.createdBy, filter.createdBy) : undefined,
    filter.batchId ? eq(requests.batchId, filter.batchId) : undefined,
    filter.lineId ? eq(requests.lineId, filter.lineId) : undefined,
    filter.number === undefined ? undefined : eq(requests.number, filter.number),
    filter.subscriberIds ? inArray(lines.subscriberId, filter.subscriberIds) : undefined,
  ];
}

/** How many requests are in each open state. Counts nothing that is finished. */
export async function countOpenRequests(db: TenantDb): Promise<Partial<Record<RequestState, number>>> {
  const rows = await db
    .select({ state: requests.state, n: count() })
    .from(requests)
    .where(isOpen)
    .groupBy(requests.state);
  return Object.fromEntries(rows.map((row) => [row.state, row.n]));
}

/** How many open requests a filter finds. */
export async function countOpenMatching(db: TenantDb, filter: RequestFilter): Promise<number> {
  const [row] = await db
    .select({ n: count() })
    .from(requests)
    .innerJoin(lines, eq(lines.id, requests.lineId))
    .where(and(...conditions(filter), isOpen));
  return row?.n ?? 0;
}

/** Everything that has not ended, drafts left out. */
export async function listOpenRequestIds(db: TenantDb) {
  return db.select({ id: requests.id, state: requests.state }).from(requests).where(isOpen);
}

/** How many outcomes are unknown now, and since when the oldest is. */
export async function oldestUnconfirmed(db: TenantDb) {
  const [row] = await db
    .select({ unconfirmed: count(), oldestUnconfirmedAt: min(requests.unconfirmedSince) })
    .from(requests)
    .where(and(eq(requests.state, 'unconfirmed'), isOpen));
  return { unconfirmed: row?.unconfirmed ?? 0, oldestUnconfirmedAt: row?.oldestUnconfirmedAt ?? null };
}

export async function countBatch(
  db: TenantDb,
  batchId: string,
): Promise<Partial<Record<RequestState, number>>> {
  const rows = await db
    .select({ state: requests.state, n: count() })
    .from(requests)
    .where(eq(requests.batchId, batchId))
    .groupBy(requests.state);
  return Object.fromEntries(rows.map((row) => [row.state, row.n]));
}

export async function listRequestEvents(db: TenantDb, requestId: string) {
  return db
    .select()
    .from(requestEvents)
    .where(eq(requestEvents.requestId, requestId))
    .orderBy(asc(requestEvents.version));
}

export async function listWireRecords(db: TenantDb, requestId: string) {
  return db
    .select()
    .from(wireRecords)
    .where(eq(wireRecords.requestId, requestId))
    .orderBy(asc(wireRecords.id));
}
