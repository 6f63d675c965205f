import { chooseEntry } from '#app/features/ladder/choose-entry.ts';
import type { Hold } from '#app/features/ladder/ladder.ts';
import type { Standing } from '#app/features/ladder/standing.ts';
import type { StrategyRules, StrategyStep } from '#app/features/ladder/strategy.ts';
import { type Ladders, type Walk, walk } from '#app/features/ladder/walk.ts';
import { capsOf, groupOf } from '#app/features/outreach/contact-caps.ts';
import type { ContactLimits } from '#app/features/outreach/contact-limits.ts';
import { addDays, daysBetween } from '#app/features/sla/calendar-date.ts';
import { midnightOf } from '#app/features/sla/wall-clock.ts';
import { debtOn, type PastCharge } from './debt-course.ts';
import { addSimulations, noSimulation, type Simulation } from './simulation.ts';
import { type ContactAction, isCollection, isContact, isStop } from './strategy-faults.ts';

/** One receivable with what became of it. */
export type DebtCourse = {
  receivableId: string;
  subscriber: 'person' | 'company';
  carrier: string | null;
  charges: PastCharge[];
  /** What really held it back: from a date on, until the date on which it held no more; `null`: it still does. */
  held: { hold: Hold; from: string; until: string | null }[];
};
/** The days looked at; who was on the ladder before them is let on in the days before. */
export type Span = { from: string; until: string; timeZone: string; limits: ContactLimits };

export const warmUpDays = 90;
/** Contacts of a day go out in the morning. */
const hourMs = 3_600_000;
const sentAtHour = 10;

/**
 * What a strategy would have done with these receivables, day by day through the same walk as at night, with the
 * charges, payments, disputes, promises and plans that really were. That contacts might have changed who paid or
 * promised is left out of account.
 */
export function simulateStrategy(
  courses: readonly DebtCourse[],
  rules: StrategyRules,
  span: Span,
): Simulation {
  const inForce = [{ strategyId: 'simulated', strategyVersion: 1, rules }];
  const ladders: Ladders = { entryOf: (facts) => chooseEntry(inForce, null, facts), rulesOf: () => rules };
  return courses
    .map((course) => simulateOne(course, rules, ladders, span))
    .reduce(addSimulations, { ...noSimulation });
}

type Told = { on: string; walked: Walk };

function simulateOne(course: DebtCourse, rules: StrategyRules, ladders: Ladders, span: Span): Simulation {
  const days = walkDays(course, ladders, span);
  const within = days.filter(({ on }) => on >= span.from);
  const moves = within.flatMap(({ walked }) => walked.moves);
  const last = days.at(-1)?.walked.standing ?? null;
  const stood = last && !last.leftOn ? [...Array(last.step).fill(0), 1] : [];
  return {
    ...noSimulation,
    receivables: 1,
    entered: moves.filter(({ move }) => move === 'entered').length,
    paid: moves.filter(({ move, why }) => move === 'left' && why === 'paid').length,
    stood,
    ...countEffects(days, course, rules, span),
  };
}

/** The walk of every date on which something was to be done. */
function walkDays(course: DebtCourse, ladders: Ladders, { from, until }: Span): Told[] {
  const { charges, held, receivableId, subscriber, carrier } = course;
  const changes = new Set([
    ...charges.flatMap(({ bookedOn, paid }) => [bookedOn, ...paid.map(({ on }) => on)]),
    ...held.flatMap(({ from: begins, until: ends }) => [begins, ends]),
  ]);
  const told: Told[] = [];
  let standing: Standing | null = null;
  for (let on = addDays(from, -warmUpDays); on < until; on = addDays(on, 1)) {
    const isClimbing = standing !== null && standing.leftOn === null;
    const isDue: boolean = standing?.nextOn != null && standing.nextOn <= on;
    if (isClimbing && !isDue && !changes.has(on)) continue;
    const facts = { receivableId, hold: holdOn(held, on), subscriber, carrier, ...debtOn(charges, on) };
    const walked = walk(standing, facts, ladders, on);
    standing = walked.standing;
    told.push({ on, walked });
  }
  return told;
}

/** A dispute outweighs a promise, as on the ladder itself. */
function holdOn(held: DebtCourse['held'], on: string): Hold | null {
  const inForce = held.filter(({ from, until }) => from <= on && (until === null || on < until));
  const order = ['dispute', 'promise', 'plan'] as const;
  return order.find((hold) => inForce.some((one) => one.hold === hold)) ?? null;
}

type Sent = { action: ContactAction; at: number };

/** What the steps that were taken came to. Contacts of the days before count for the caps only. */
function countEffects(days: readonly Told[], { subscriber }: DebtCourse, rules: StrategyRules, span: Span) {
  const sent: Sent[] = [];
  let counted = noSimulation;
  for (const { on, walked } of days) {
    for (const { step } of walked.effects) {
      const at = midnightOf(on, span.timeZone) + sentAtHour * hourMs;
      const isCounted = subscriber === 'person' && isCollection(step);
      const isRefused = isCounted && isContact(step) && isCapped({ ...step, at }, sent, span);
      if (isCounted && isContact(step) && !isRefused) sent.push({ action: step.action, at });
      if (on >= span.from) counted = addSimulations(counted, resultOf(step, isRefused, on, { rules, span }));
    }
  }
  const { contacts, proposals, refused, costKopecks } = counted;
  return { contacts, proposals, refused, costKopecks };
}

function isCapped({ action, at }: { action: ContactAction; at: number }, sent: readonly Sent[], span: Span) {
  const earlier = sent.filter((one) => groupOf(one.action) === groupOf(action)).map((one) => one.at);
  return capsOf(span.limits, action, earlier, [span.timeZone]).some(({ from }) => from > at);
}

function resultOf(
  { action }: StrategyStep,
  isRefused: boolean,
  on: string,
  { rules: { costs = {} }, span }: { rules: StrategyRules; span: Span },
): Simulation {
  if (isStop({ action })) return { ...noSimulation, proposals: { [action]: 1 } };
  if (isRefused) return { ...noSimulation, refused: 1 };
  const week = Math.floor(daysBetween(span.from, on) / 7);
  const contacts = { [action]: [...Array<number>(week).fill(0), 1] };
  return { ...noSimulation, contacts, costKopecks: costs[action] ?? 0 };
}
