import { and, asc, count, desc, eq, gte, lt } from 'drizzle-orm';
import type { TenantDb } from '#db/open.ts';
import { cases } from '../schema/case.ts';
import { personExports } from '../schema/person-export.ts';
import { lines, subscribers } from '../schema/subscriber.ts';

/** Instants; empty: any. */
type Asked = { carrier: string; from: Date | null; before: Date | null };

const mostShown = 200;

const fits = (at: typeof subscribers.createdAt | typeof cases.createdAt, { from, before }: Asked) => [
  from ? gte(at, from) : undefined,
  before ? lt(at, before) : undefined,
];

const subscribersThat = (asked: Asked) =>
  and(...fits(subscribers.createdAt, asked), asked.carrier ? eq(lines.carrier, asked.carrier) : undefined);
const casesThat = (asked: Asked) =>
  and(...fits(cases.createdAt, asked), asked.carrier ? eq(cases.carrier, asked.carrier) : undefined);

/** Subscribers with each of their numbers, a row a number. */
export async function listExportedSubscribers(db: TenantDb, asked: Asked, most: number) {
  const { id, kind, name, contractNumber, email, postalAddress, createdAt } = subscribers;
  const { msisdn, carrier, tariffName } = lines;
  return db
    .select({ id, kind, name, contractNumber, email, postalAddress, createdAt, msisdn, carrier, tariffName })
    .from(subscribers)
    .leftJoin(lines, eq(lines.subscriberId, id))
    .where(subscribersThat(asked))
    .orderBy(asc(id), asc(msisdn))
    .limit(most);
}

export async function countExportedSubscribers(db: TenantDb, asked: Asked): Promise<number> {
  const counted = db
    .select({ all: count() })
    .from(subscribers)
    .leftJoin(lines, eq(lines.subscriberId, subscribers.id));
  return (await counted.where(subscribersThat(asked)))[0]?.all ?? 0;
}

/** Cases with whom they are of. */
export async function listExportedCases(db: TenantDb, asked: Asked, most: number) {
  const { number, kind, state, subject, channel, carrier, createdAt } = cases;
  const { name, contractNumber } = subscribers;
  return db
    .select({
      number,
      kind,
      state,
      subject,
      channel,
      carrier,
      createdAt,
      id: subscribers.id,
      name,
      contractNumber,
      msisdn: lines.msisdn,
    })
    .from(cases)
    .leftJoin(subscribers, eq(subscribers.id, cases.subscriberId))
    .leftJoin(lines, eq(lines.id, cases.lineId))
    .where(casesThat(asked))
    .orderBy(asc(number))
    .limit(most);
}

export async function countExportedCases(db: TenantDb, asked: Asked): Promise<number> {
  return (await db.select({ all: count() }).from(cases).where(casesThat(asked)))[0]?.all ?? 0;
}

/** Which files were taken, the newest first. */
export async function listPersonExports(db: TenantDb) {
  return db.select().from(personExports).orderBy(desc(personExports.at)).limit(mostShown);
}
