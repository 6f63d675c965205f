import { and, asc, desc, eq, inArray, notInArray } from 'drizzle-orm';
import { finalStates, type RequestState } from '#app/features/request/request.ts';
import type { TenantDb } from '../../open.ts';
import { requests } from '../schema/request.ts';
import { lineOptions, lines, subscribers } from '../schema/subscriber.ts';

export type LineRow = typeof lines.$inferSelect;
export type SubscriberRow = typeof subscribers.$inferSelect;
export type LineRequest = Pick<
  typeof requests.$inferSelect,
  'id' | 'number' | 'kind' | 'payload' | 'itemName' | 'state' | 'scheduledFor' | 'createdAt' | 'changedAt'
>;
/** Numbers are full: whoever shows a card masks them. */
export type LineCard = {
  line: LineRow;
  subscriber: SubscriberRow;
  options: { code: string; name: string; since: Date | null }[];
  openRequests: LineRequest[];
  lastRequests: LineRequest[];
};

const closedOrUnsent: RequestState[] = [...finalStates, 'draft'];
const lastRequestsShown = 20;

export async function getLine(db: TenantDb, lineId: string): Promise<LineRow | null> {
  const [row] = await db.select().from(lines).where(eq(lines.id, lineId)).limit(1);
  return row ?? null;
}

/** The line with its subscriber, options, open requests and the last closed ones, newest first. */
export async function getLineCard(db: TenantDb, lineId: string): Promise<LineCard | null> {
  const [row] = await db
    .select({ line: lines, subscriber: subscribers })
    .from(lines)
    .innerJoin(subscribers, eq(subscribers.id, lines.subscriberId))
    .where(eq(lines.id, lineId))
    .limit(1);
  if (!row) return null;
  const options = await db
    .select({ code: lineOptions.code, name: lineOptions.name, since: lineOptions.since })
    .from(lineOptions)
    .where(eq(lineOptions.lineId, lineId))
    .orderBy(asc(lineOptions.name));
  const openRequests = await requestsOfLine(db, lineId, 'open');
  const lastRequests = await requestsOfLine(db, lineId, 'closed').limit(lastRequestsShown);
  return { ...row, options, openRequests, lastRequests };
}

export function requestsOfLine(db: TenantDb, lineId: string, which: 'open' | 'closed') {
  const inState =
    which === 'open' ? notInArray(requests.state, closedOrUnsent) : inArray(requests.state, [...finalStates]);
  return db
    .select({
      id: requests.id,
      number: requests.number,
      kind: requests.kind,
      payload: requests.payload,
      itemName: requests.itemName,
      state: requests.state,
      scheduledFor: requests.scheduledFor,
      createdAt: requests.createdAt,
      changedAt: requests.changedAt,
    })
    .from(requests)
    .where(and(eq(requests.lineId, lineId), inState))
    .orderBy(desc(requests.id));
}

export async function listLinesOfSubscriber(db: TenantDb, subscriberId: string): Promise<LineRow[]> {
  return db.select().from(lines).where(eq(lines.subscriberId, subscriberId)).orderBy(asc(lines.msisdn));
}
