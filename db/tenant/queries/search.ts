import { aliasedTable, and, asc, eq, exists, gte, inArray, lt, type SQL, sql } from 'drizzle-orm';
import type { Payload, RequestKind, RequestState } from '#app/features/request/request.ts';
import { maskMsisdn } from '#app/features/subscriber/phone.ts';
import { digitsTerm, readSearchQuery, type SearchQuery } from '#app/features/subscriber/search-terms.ts';
import type { TenantDb } from '../../open.ts';
import { requests } from '../schema/request.ts';
import { lines, searchTerms, subscribers } from '../schema/subscriber.ts';

/** One line found; a subscriber found by name or contract shows his first line and how many he has. */
export type LineHit = {
  lineId: string;
  subscriberId: string;
  name: string;
  subscriberKind: 'person' | 'company';
  contractNumber: string;
  maskedNumber: string;
  carrier: string;
  tariffName: string | null;
  blockedBy: 'wish' | 'theft' | 'operator' | null;
  lineCount: number;
};
export type RequestHit = {
  requestId: string;
  number: number;
  kind: RequestKind;
  payload: Payload;
  itemName: string | null;
  state: RequestState;
  name: string;
  maskedNumber: string;
  carrier: string;
};
export type SearchResult = { lines: LineHit[]; requests: RequestHit[] };

/**
 * Finds lines by any form of a phone number or its last 4 to 10 digits, then by contract or name; requests by
 * number.
 */
export async function searchSubscribers(db: TenantDb, text: string, limit: number): Promise<SearchResult> {
  const query = readSearchQuery(text);
  if (!query) return { lines: [], requests: [] };
  const byNumber = query.lastDigits ? await linesByLastDigits(db, query.lastDigits, limit) : [];
  const isWholeNumber = query.lastDigits?.length === 10 && byNumber.length > 0;
  const owners = isWholeNumber ? [] : await ownersByText(db, query, limit);
  const byText = owners.length > 0 ? (await firstLinesQuery(db, owners)).map(mask) : [];
  const unique = new Map([...byNumber, ...byText].map((hit) => [hit.lineId, hit]));
  return {
    lines: [...unique.values()].slice(0, limit),
    requests: query.requestNumber === null ? [] : await requestByNumber(db, query.requestNumber),
  };
}

async function ownersByText(
  db: TenantDb,
  { contract, words }: SearchQuery,
  limit: number,
): Promise<string[]> {
  const isSame = words.length === 1 && words[0] === contract;
  const byContract = contract && !isSame ? await subscribersByTerms(db, [contract], limit) : [];
  const byName = words.length > 0 ? await subscribersByTerms(db, words, limit) : [];
  return [...new Set([...byContract, ...byName].map((row) => row.id))];
}

/** Subscribers who have a term with each of the prefixes. The longest prefix is scanned, the others looked up. */
export function subscribersByTerms(db: TenantDb, prefixes: readonly string[], limit: number) {
  const [longest = '', ...others] = [...prefixes].sort((a, b) => b.length - a.length);
  const hasTerm = (prefix: string): SQL => {
    const other = aliasedTable(searchTerms, 'other');
    return exists(
      db
        .select({ one: sql`1` })
        .from(other)
        .where(and(eq(other.subscriberId, searchTerms.subscriberId), startsWith(other, prefix))),
    );
  };
  return db
    .selectDistinct({ id: searchTerms.subscriberId })
    .from(searchTerms)
    .where(and(startsWith(searchTerms, longest), ...others.map(hasTerm)))
    .limit(limit);
}

/** U+10FFFF sorts behind every character, so the range is exactly the terms with this prefix. */
function startsWith(table: typeof searchTerms, prefix: string): SQL | undefined {
  return and(gte(table.term, prefix), lt(table.term, `${prefix}\u{10ffff}`));
}

const lineCount = sql<number>`(select count(*) from lines of_his where of_his.subscriber_id = ${subscribers.id})`;
const firstLineId = sql`(select min(of_his.id) from lines of_his where of_his.subscriber_id = ${subscribers.id})`;

function selectLines(db: TenantDb) {
  return db
    .select({
      lineId: lines.id,
      subscriberId: subscribers.id,
      name: subscribers.name,
      subscriberKind: subscribers.kind,
      contractNumber: subscribers.contractNumber,
      msisdn: lines.msisdn,
      carrier: lines.carrier,
      tariffName: lines.tariffName,
      blockedBy: lines.blockedBy,
      lineCount,
    })
    .from(subscribers)
    .innerJoin(lines, eq(lines.subscriberId, subscribers.id));
}

function mask<T extends { msisdn: string }>({
  msisdn,
  ...row
}: T): Omit<T, 'msisdn'> & { maskedNumber: string } {
  return { ...row, maskedNumber: maskMsisdn(msisdn) };
}

export function firstLinesQuery(db: TenantDb, subscriberIds: string[]) {
  return selectLines(db)
    .where(and(inArray(subscribers.id, subscriberIds), eq(lines.id, firstLineId)))
    .orderBy(asc(subscribers.name), asc(subscribers.id));
}

/** Of each subscriber his first line. */
export async function listFirstLines(db: TenantDb, subscriberIds: string[]): Promise<LineHit[]> {
  return (await firstLinesQuery(db, subscriberIds)).map(mask);
}

async function linesByLastDigits(db: TenantDb, digits: string, limit: number): Promise<LineHit[]> {
  return (await linesByLastDigitsQuery(db, digits, limit)).map(mask);
}

/** The subscribers are found by their terms first; of their lines only those that end so are wanted. */
export function linesByLastDigitsQuery(db: TenantDb, digits: string, limit: number) {
  const endsSo = eq(sql`substr(${lines.msisdn}, ${-digits.length})`, digits);
  const owners = db
    .select({ id: searchTerms.subscriberId })
    .from(searchTerms)
    .where(startsWith(searchTerms, digitsTerm(digits)))
    .limit(limit);
  return selectLines(db)
    .where(and(inArray(subscribers.id, owners), endsSo))
    .orderBy(asc(lines.msisdn))
    .limit(limit);
}

async function requestByNumber(db: TenantDb, number: number): Promise<RequestHit[]> {
  return (await requestByNumberQuery(db, number)).map(mask);
}

export function requestByNumberQuery(db: TenantDb, number: number) {
  return db
    .select({
      requestId: requests.id,
      number: requests.number,
      kind: requests.kind,
      payload: requests.payload,
      itemName: requests.itemName,
      state: requests.state,
      name: subscribers.name,
      msisdn: lines.msisdn,
      carrier: requests.carrier,
    })
    .from(requests)
    .innerJoin(lines, eq(lines.id, requests.lineId))
    .innerJoin(subscribers, eq(subscribers.id, lines.subscriberId))
    .where(eq(requests.number, number));
}
