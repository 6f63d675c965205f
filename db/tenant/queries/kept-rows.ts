import { type SQL, sql } from 'drizzle-orm';
import { spentStates } from '#app/features/goodwill/goodwill.ts';
import type { Dimension } from '#app/features/metric/metric.ts';
import { textsIn } from '../../json-rows.ts';

type Measured = { when: SQL; value: SQL };

/**
 * Rows that are counted where they are kept, and not from facts. `id`: a row's own; `at`: the instant by which it counts,
 * epoch ms, empty where it counts as it stands now; `shown`: what a list says of it. `l`: its line, which sums leave out.
 */
type KeptTable = {
  from: SQL;
  id: SQL;
  at: SQL | null;
  shown: SQL;
  keys(now: Date): Partial<Record<Dimension, SQL>>;
  measures: Readonly<Record<string, Measured>>;
};

const unknown = sql`'-'`;
const caseKeys = {
  channel: sql`k.channel`,
  carrier: sql`coalesce(k.carrier, ${unknown})`,
  kind: sql`k.kind`,
  agent: sql`coalesce(k.assignee_id, ${unknown})`,
  topic: sql`coalesce(k.topic_id, ${unknown})`,
};
const lineOfCase = sql`left join lines l on l.id = k.line_id`;
const caseShown = sql`k.channel, coalesce(k.carrier, ${unknown}) as carrier, k.kind, k.state, l.msisdn`;

/** Whole days from which on an age begins. */
const ageBands = [30, 14, 7, 3, 1];
const dayMs = 86_400_000;

function ageOf(now: Date): SQL {
  const bands = ageBands.map(
    (days) => sql`when k.created_at <= ${now.getTime() - days * dayMs} then ${`${days}`}`,
  );
  return sql`case ${sql.join(bands, sql` `)} else '0' end`;
}

const isOpen = sql`k.state in ('new', 'open', 'waiting')`;
const isGiven = sql`g.state ${textsIn(spentStates)}`;
const one = (when: SQL): Measured => ({ when, value: sql`1` });

export const keptTables = {
  /** Open cases as they are now: what waits has no past. By age the key is the days it begins with. */
  backlog: {
    from: sql`cases k ${lineOfCase}`,
    id: sql`k.id`,
    at: null,
    shown: sql`k.number, k.created_at as at, ${caseShown}`,
    keys: (now) => ({ ...caseKeys, age: ageOf(now) }),
    measures: { open: one(isOpen), late: one(sql`${isOpen} and k.breached_at is not null`) },
  },
  /** What was decided in subscribers' favour and stands, in kopecks; and what came of it, once that is known. */
  goodwill: {
    from: sql`goodwill_decisions g join cases k on k.id = g.case_id ${lineOfCase}`,
    id: sql`g.id`,
    at: sql`g.at`,
    shown: sql`k.number, g.at, ${caseShown}`,
    keys: () => ({ ...caseKeys, agent: sql`g.agent_id` }),
    measures: {
      given: { when: isGiven, value: sql`g.amount_kopecks` },
      decisions: one(isGiven),
      known: one(sql`${isGiven} and g.has_stayed is not null`),
      stayed: one(sql`${isGiven} and g.has_stayed = 1`),
      ratedAfter: one(sql`${isGiven} and g.rating is not null`),
      satisfiedAfter: one(sql`${isGiven} and g.rating >= 4`),
    },
  },
  /** What complaints taught: one lesson a case. */
  lessons: {
    from: sql`complaint_steps s join cases k on k.id = s.case_id ${lineOfCase}`,
    id: sql`k.id`,
    at: sql`s.at`,
    shown: sql`k.number, s.at, ${caseShown}`,
    keys: () => caseKeys,
    measures: { lessons: one(sql`s.step = 'lesson'`) },
  },
} as const satisfies Record<string, KeptTable>;
export type KeptSource = keyof typeof keptTables;

export function isKept(source: string): source is KeptSource {
  return Object.hasOwn(keptTables, source);
}

export function keptTableOf(source: KeptSource): KeptTable {
  return keptTables[source];
}

/** What a kept measure is about and adds. */
export function keptMeasure(source: KeptSource, measure: string): Measured {
  const found = keptTableOf(source).measures[measure];
  if (!found) throw new RangeError(`Nothing called ${measure} is kept in ${source}.`);
  return found;
}

/** Rows of a span of instants; of what stands now, all. */
export function keptWithin(source: KeptSource, { from, before }: { from: Date; before: Date }): SQL {
  const { at } = keptTableOf(source);
  return at === null ? sql`true` : sql`${at} >= ${from.getTime()} and ${at} < ${before.getTime()}`;
}
