/** Of what facts are kept. */
export type FactEntity = 'case' | 'clock' | 'request' | 'contact';

/**
 * What is summed up of the facts. `of`: the table; `day`: the column that says on which day it counts, empty: it does
 * not; `value`: what is added, in SQL; `when`: which rows it is about.
 */
type Measure = { of: FactEntity; day: string; value: string; when?: string };

const promise = (target: string) =>
  ({
    due: { of: 'clock', day: 'judged_day', value: '1', when: `target = '${target}'` },
    met: { of: 'clock', day: 'judged_day', value: '1', when: `target = '${target}' and is_met = 1` },
  }) as const;
const finished = (outcome: string) =>
  ({ of: 'request', day: 'final_day', value: '1', when: `outcome = '${outcome}'` }) as const;
const inbound = (when: string, value = '1') =>
  ({ of: 'contact', day: 'day', value, when: `is_inbound = 1 and ${when}` }) as const;
const answered = "call = 'answered'";
const isChat = "channel in ('chat', 'messenger')";

export const measures = {
  offered: inbound("call in ('answered', 'abandoned')"),
  answered: inbound(answered),
  answeredInTime: inbound(`${answered} and is_in_time = 1`),
  abandoned: inbound("call = 'abandoned'"),
  shortAbandoned: inbound("call = 'short'"),
  waitMs: inbound(answered, 'wait_ms'),
  handlingMs: inbound(answered, 'handling_ms'),
  contacts: { of: 'contact', day: 'day', value: '1', when: 'is_inbound = 1' },
  repeatContacts: inbound('is_repeat = 1'),
  firstLineContacts: inbound('is_first_line = 1'),
  solvedAtFirst: inbound('is_solved_at_first = 1'),
  opened: { of: 'case', day: 'opened_day', value: '1' },
  complaints: { of: 'case', day: 'opened_day', value: '1', when: "kind = 'complaint'" },
  chats: { of: 'case', day: 'opened_day', value: '1', when: isChat },
  missedChats: {
    of: 'case',
    day: 'opened_day',
    value: '1',
    when: `${isChat} and is_answered = 0 and solved_day is not null`,
  },
  solved: { of: 'case', day: 'solved_day', value: '1' },
  solveMs: { of: 'case', day: 'solved_day', value: 'solve_ms' },
  solvedOnFirstLine: { of: 'case', day: 'solved_day', value: '1', when: 'is_passed_on = 0' },
  reopened: { of: 'case', day: 'reopened_day', value: '1' },
  rated: { of: 'case', day: 'rated_day', value: '1' },
  satisfied: { of: 'case', day: 'rated_day', value: '1', when: 'stars >= 4' },
  npsAsked: { of: 'case', day: 'rated_day', value: '1', when: 'recommends is not null' },
  npsBalance: {
    of: 'case',
    day: 'rated_day',
    value: '(recommends >= 9) - (recommends <= 6)',
    when: 'recommends is not null',
  },
  firstResponseDue: promise('firstResponse').due,
  firstResponseMet: promise('firstResponse').met,
  nextResponseDue: promise('nextResponse').due,
  nextResponseMet: promise('nextResponse').met,
  resolutionDue: promise('resolution').due,
  resolutionMet: promise('resolution').met,
  carrierDue: promise('carrier').due,
  carrierMet: promise('carrier').met,
  requestsReceived: { of: 'request', day: 'received_day', value: '1' },
  requestsManual: { of: 'request', day: 'manual_day', value: '1' },
  requestsFinished: { of: 'request', day: 'final_day', value: '1' },
  requestsDone: finished('done'),
  requestsRefused: finished('refused'),
  requestsCancelled: finished('cancelled'),
  leadMs: { of: 'request', day: 'final_day', value: 'lead_ms', when: "outcome = 'done'" },
  carrierMs: { of: 'request', day: 'final_day', value: 'carrier_ms', when: "outcome = 'done'" },
} as const satisfies Record<string, Measure>;
export type MeasureKey = keyof typeof measures;

export function measureOf(key: MeasureKey): Measure {
  return measures[key];
}

/** What each entity's facts can be grouped by. */
export const dimensionsOf = {
  case: ['channel', 'carrier', 'kind', 'agent', 'topic', 'hour'],
  clock: ['channel', 'carrier', 'kind', 'agent', 'topic'],
  request: ['carrier', 'kind', 'agent'],
  contact: ['channel', 'carrier', 'agent', 'topic', 'hour'],
} as const;

export function isMeasure(text: string): text is MeasureKey {
  return Object.hasOwn(measures, text);
}
