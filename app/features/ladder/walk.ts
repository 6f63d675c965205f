import { daysBetween } from '#app/features/sla/calendar-date.ts';
import type { Arm, Hold } from './ladder.ts';
import { type LadderMove, makeMove, nextStepOn, type Standing, stateOf } from './standing.ts';
import { type EffectKind, effectOf, type SkipReason, skipReason } from './step-effect.ts';
import type { StrategyRules, StrategyStep } from './strategy.ts';

/** What a ladder asks of a debt. Sums in kopecks, dates of the tenant's zone. */
export type DebtFacts = {
  receivableId: string;
  balanceKopecks: number;
  oldestDueOn: string | null;
  hold: Hold | null;
  /** The forecast not to pay, per mille; null: there is none. */
  riskPerMille: number | null;
  subscriber: 'person' | 'company';
  carrier: string | null;
};

/** Which version whom lets on, as which arm. */
export type Entry = { strategyId: string; strategyVersion: number; arm: Arm; rules: StrategyRules };
export type Ladders = {
  /** Whom nothing in force lets on gets null. */
  entryOf(facts: DebtFacts): Entry | null;
  /** Versions stay known as long as somebody may stand on them. */
  rulesOf(strategyId: string, strategyVersion: number): StrategyRules;
};

/** What a step that was taken asks for; `version`: of the move that took it. */
export type Effect = EffectKind & { version: number; step: StrategyStep };
export type Walk = { standing: Standing | null; moves: LadderMove[]; effects: Effect[] };

/** A whole night's walk: what the facts change, entry, then each step whose day has come, never one twice. */
export function walk(standing: Standing | null, facts: DebtFacts, ladders: Ladders, on: string): Walk {
  const settled = settle(standing, facts, ladders, on);
  const entered = settled.standing && !settled.standing.leftOn ? settled : enter(settled, facts, ladders, on);
  return climb(entered, ladders, on);
}

/** What follows from the facts at once, without a step: left, held, released. */
export function settle(standing: Standing | null, facts: DebtFacts, ladders: Ladders, on: string): Walk {
  const walked: Walk = { standing, moves: [], effects: [] };
  if (!standing || standing.leftOn) return walked;
  const rules = ladders.rulesOf(standing.strategyId, standing.strategyVersion);
  const gone = reasonToLeave(standing, facts, rules);
  if (gone)
    return moveOn(walked, standing, { leftOn: on, hold: null, nextOn: null }, { move: 'left', why: gone });
  if (facts.hold === standing.hold) return walked;
  if (facts.hold) {
    const held = { hold: facts.hold, nextOn: null };
    return moveOn(walked, standing, held, { move: 'held', why: facts.hold });
  }
  const released = { hold: null, nextOn: nextStepOn(rules, standing) };
  return moveOn(walked, standing, released, { move: 'released', why: standing.hold });
}

function reasonToLeave(standing: Standing, facts: DebtFacts, rules: StrategyRules): string | null {
  const { balanceKopecks, oldestDueOn } = facts;
  if (!oldestDueOn || balanceKopecks <= 0 || oldestDueOn > standing.debtSince) return 'paid';
  return balanceKopecks < rules.entry.leastKopecks ? 'small' : null;
}

type Kind = Parameters<typeof makeMove>[2];

function moveOn(walked: Walk, before: Standing, change: Partial<Standing>, kind: Kind): Walk {
  const standing = { ...before, ...change, version: before.version + 1 };
  const moves = [...walked.moves, makeMove(standing, stateOf(walked.standing), kind)];
  return { ...walked, standing, moves };
}

function enter(walked: Walk, facts: DebtFacts, ladders: Ladders, on: string): Walk {
  const since = facts.oldestDueOn;
  if (!since || facts.hold || facts.balanceKopecks <= 0) return walked;
  const last = walked.standing;
  if (last && since <= last.debtSince) return enterAgain(walked, last, facts, ladders);
  const entry = ladders.entryOf(facts);
  if (!entry || daysBetween(since, on) < Math.min(1, entry.rules.steps[0]?.day ?? 1)) return walked;
  const { rules, ...chosen } = entry;
  const fresh = {
    ...chosen,
    debtSince: since,
    step: 0,
    hold: null,
    leftOn: null,
    version: last?.version ?? 0,
  };
  const nextOn = nextStepOn(rules, { ...fresh, nextOn: null });
  return moveOn(walked, { ...fresh, nextOn }, {}, { move: 'entered' });
}

/** A payment that was taken back opens the same debt: it goes on where it was left. */
function enterAgain(walked: Walk, last: Standing, facts: DebtFacts, ladders: Ladders): Walk {
  const rules = ladders.rulesOf(last.strategyId, last.strategyVersion);
  if (facts.balanceKopecks < rules.entry.leastKopecks) return walked;
  const back = { leftOn: null, nextOn: nextStepOn(rules, last) };
  return moveOn(walked, last, back, { move: 'entered', why: 'again' });
}

/** Takes each step whose day has come. Of several missed ones only the latest reaches the debtor. */
function climb(walked: Walk, ladders: Ladders, on: string): Walk {
  const { standing } = walked;
  if (!standing?.nextOn || standing.nextOn > on) return walked;
  const rules = ladders.rulesOf(standing.strategyId, standing.strategyVersion);
  const days = daysBetween(standing.debtSince, on);
  const due = dueSteps(rules, standing.step, days);
  return due.reduce<Walk>((now, step, place) => {
    const later = due.slice(place + 1);
    return takeStep(now, { rules, step, days, why: skipReason(step, later, days, standing.arm) });
  }, walked);
}

function dueSteps(rules: StrategyRules, first: number, days: number): StrategyStep[] {
  const ahead = rules.steps.slice(first);
  const end = ahead.findIndex((step) => step.day > days);
  return end === -1 ? ahead : ahead.slice(0, end);
}

type Taken = { rules: StrategyRules; step: StrategyStep; days: number; why: SkipReason | null };

function takeStep(walked: Walk, { rules, step, days, why }: Taken): Walk {
  const { standing } = walked;
  if (!standing) return walked;
  const index = standing.step;
  const nextOn = nextStepOn(rules, { ...standing, step: index + 1 });
  const kind = { move: why ? ('skipped' as const) : ('step' as const), step: index, why };
  const taken = moveOn(walked, standing, { step: index + 1, nextOn }, kind);
  if (why) return taken;
  const effect = { ...effectOf(step, days), step, version: standing.version + 1 };
  return { ...taken, effects: [...taken.effects, effect] };
}
