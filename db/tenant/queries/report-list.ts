import { type SQL, sql } from 'drizzle-orm';
import { type FactEntity, type MeasureKey, measureOf } from '#app/features/metric/measure.ts';
import type { Dimension } from '#app/features/metric/metric.ts';
import type { TenantDb } from '../../open.ts';
import { caseFacts, contactFacts, requestFacts } from '../schema/report.ts';
import { groupColumns, measureSql } from './registry-sql.ts';

/** `counted`: what the numerator counts; `rest`: what the denominator counts besides. */
export type Part = 'all' | 'counted' | 'rest';
export type ListAsked = {
  numerator: MeasureKey;
  denominator: MeasureKey | null;
  /** Numbers of days from 1970-01-01 of the tenant's zone, both within. */
  from: number;
  to: number;
  /** Of all of them at once. */
  groups: readonly { dimension: Dimension; key: string }[];
  part: Part;
};

export type ListRow = {
  id: string;
  /** Of several promises of one case. */
  place: number;
  /** Of a case or a request; a contact has none. */
  number: number | null;
  /** Epoch ms. */
  at: number;
  channel: string | null;
  carrier: string | null;
  kind: string | null;
  state: string | null;
  /** E.164: to be masked before anybody sees it. */
  msisdn: string | null;
  isCounted: number;
};

const lineOf = sql`left join lines l on l.id = e.line_id`;
const ofCase = {
  joined: sql`join cases e on e.id = f.id ${lineOf}`,
  columns: sql`e.number, e.created_at as at, f.channel, f.carrier, f.kind, e.state, l.msisdn`,
};
/** What each list shows of the facts `f` that were counted. */
const shown: Record<FactEntity, { facts: SQL; place: SQL; joined: SQL; columns: SQL }> = {
  case: { facts: sql`${caseFacts}`, place: sql`0`, ...ofCase },
  clock: {
    facts: sql`case_clocks join case_facts on case_facts.id = case_clocks.case_id`,
    place: sql`place`,
    ...ofCase,
  },
  request: {
    facts: sql`${requestFacts}`,
    place: sql`0`,
    joined: sql`join requests e on e.id = f.id ${lineOf}`,
    columns: sql`e.number, e.created_at as at, null as channel, f.carrier, f.kind, e.state, l.msisdn`,
  },
  contact: {
    facts: sql`${contactFacts}`,
    place: sql`0`,
    joined: sql`join contacts e on e.id = f.id ${lineOf}`,
    columns: sql`null as number, e.started_at as at, f.channel, f.carrier, null as kind, f.call as state, l.msisdn`,
  },
};

/** Where the page before ended, and how many rows a page has. */
export type ListPlace = { after: { id: string; place: number } | null; limit: number };

/** A page of what a number was counted from, by the very conditions that count it. */
export function listBehind(db: TenantDb, asked: ListAsked, { after, limit }: ListPlace): Promise<ListRow[]> {
  const { joined, columns } = shown[measureOf(asked.numerator).of];
  const later = after ? sql`where (f.id, f.at_place) > (${after.id}, ${after.place})` : sql``;
  return db.all<ListRow>(sql`select f.id, f.at_place as place, ${columns}, f.is_counted as "isCounted"
    from (${factsOf(asked)}) f ${joined} ${later} order by f.id, f.at_place limit ${limit}`);
}

/** How many they are, and what is summed up of those that the numerator counts. */
export async function sumBehind(db: TenantDb, asked: ListAsked): Promise<{ n: number; sum: number }> {
  const [row] = await db.all<{ n: number; sum: number }>(
    sql`select count(*) as n, coalesce(sum(worth), 0) as sum from (${factsOf(asked)})`,
  );
  return row ?? { n: 0, sum: 0 };
}

function factsOf({ numerator, denominator, from, to, groups, part }: ListAsked): SQL {
  const { day, when } = measureSql(denominator ?? numerator);
  const { value, when: counts } = measureSql(numerator);
  const { facts, place } = shown[measureOf(numerator).of];
  const counted = sql`coalesce(${counts}, 0)`;
  const ofPart = { all: sql``, counted: sql`and ${counted}`, rest: sql`and not ${counted}` }[part];
  const ofGroups = groups.map(({ dimension, key }) => sql` and ${groupColumns[dimension]} = ${key}`);
  const worth = sql`case when ${counted} then ${value} else 0 end`;
  return sql`select *, ${place} as at_place, ${counted} as is_counted, ${worth} as worth from ${facts}
    where ${day} between ${from} and ${to} and ${when} ${ofPart} ${sql.join(ofGroups)}`;
}
