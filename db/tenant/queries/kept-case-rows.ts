import { type SQL, sql } from 'drizzle-orm';
import { spentStates } from '#app/features/goodwill/goodwill.ts';
import { textsIn } from '../../json-rows.ts';
import { type KeptSpan, type KeptTable, one, unknown } from './kept-table.ts';

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

/** Open cases as they are now: what waits has no past. By age the key is the days it begins with. */
export function backlogRows({ now }: KeptSpan): KeptTable {
  const isOpen = sql`k.state in ('new', 'open', 'waiting')`;
  return {
    from: sql`cases k ${lineOfCase}`,
    id: sql`k.id`,
    time: null,
    shown: sql`k.number, k.created_at as at, ${caseShown}`,
    keys: { ...caseKeys, age: ageOf(now) },
    measures: { open: one(isOpen), late: one(sql`${isOpen} and k.breached_at is not null`) },
  };
}

/** What was decided in subscribers' favour and stands, in kopecks; and what came of it, once that is known. */
export function goodwillRows(): KeptTable {
  const isGiven = sql`g.state ${textsIn(spentStates)}`;
  return {
    from: sql`goodwill_decisions g join cases k on k.id = g.case_id ${lineOfCase}`,
    id: sql`g.id`,
    time: { at: sql`g.at` },
    shown: sql`k.number, g.at, ${caseShown}`,
    keys: { ...caseKeys, agent: sql`g.agent_id` },
    measures: {
      given: { when: isGiven, value: sql`g.amount_kopecks` },
      decisions: one(isGiven),
      known: one(sql`${isGiven} and g.has_stayed is not null`),
      stayed: one(sql`${isGiven} and g.has_stayed = 1`),
      ratedAfter: one(sql`${isGiven} and g.rating is not null`),
      satisfiedAfter: one(sql`${isGiven} and g.rating >= 4`),
    },
  };
}

/** What complaints taught: one lesson a case. */
export function lessonRows(): KeptTable {
  return {
    from: sql`complaint_steps s join cases k on k.id = s.case_id ${lineOfCase}`,
    id: sql`k.id`,
    time: { at: sql`s.at` },
    shown: sql`k.number, s.at, ${caseShown}`,
    keys: caseKeys,
    measures: { lessons: one(sql`s.step = 'lesson'`) },
  };
}
