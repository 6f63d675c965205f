import { addDays } from '#app/features/sla/calendar-date.ts';
import type { Arm, Hold, LadderMoveKind } from './ladder.ts';
import type { StrategyRules } from './strategy.ts';

export type StandingState = 'off' | 'climbing' | 'held' | 'left';
export type StandingMove = {
  move: LadderMoveKind;
  from: StandingState;
  to: StandingState;
  by: 'night' | 'fact' | 'manager';
};

/**
 * The one table of what may happen to a debtor on a ladder. It drives the guards, the diagram in docs/debt.md and
 * the tests of every state × move. `night`: once a date, `fact`: also at once, after money, a dispute or a promise.
 */
export const standingMoves = [
  { move: 'entered', from: 'off', to: 'climbing', by: 'night' },
  { move: 'entered', from: 'left', to: 'climbing', by: 'night' },
  { move: 'step', from: 'climbing', to: 'climbing', by: 'night' },
  { move: 'skipped', from: 'climbing', to: 'climbing', by: 'night' },
  { move: 'held', from: 'climbing', to: 'held', by: 'fact' },
  { move: 'held', from: 'held', to: 'held', by: 'fact' },
  { move: 'released', from: 'held', to: 'climbing', by: 'fact' },
  { move: 'moved', from: 'climbing', to: 'climbing', by: 'manager' },
  { move: 'moved', from: 'held', to: 'held', by: 'manager' },
  { move: 'left', from: 'climbing', to: 'left', by: 'fact' },
  { move: 'left', from: 'held', to: 'left', by: 'fact' },
] as const satisfies StandingMove[];

/** Where a debtor stands, as the row of `standings` has it. Dates are of the tenant's zone. */
export type Standing = {
  strategyId: string;
  strategyVersion: number;
  arm: Arm;
  debtSince: string;
  step: number;
  nextOn: string | null;
  hold: Hold | null;
  leftOn: string | null;
  version: number;
};

/** A move with the walk it belongs to. `version`: of the standing it led to. */
export type LadderMove = Pick<
  Standing,
  'debtSince' | 'strategyId' | 'strategyVersion' | 'arm' | 'version'
> & { move: LadderMoveKind; step: number | null; why: string | null };

export function stateOf(standing: Standing | null): StandingState {
  if (!standing) return 'off';
  if (standing.leftOn) return 'left';
  return standing.hold ? 'held' : 'climbing';
}

/** Adds a move to the walk. Throws when the table does not know it from here: that is a bug. */
export function makeMove(
  standing: Standing,
  from: StandingState,
  { move, step = null, why = null }: { move: LadderMoveKind; step?: number | null; why?: string | null },
): LadderMove {
  const rows: readonly StandingMove[] = standingMoves;
  const row = rows.find((one) => one.move === move && one.from === from);
  if (row?.to !== stateOf(standing)) {
    throw new Error(`No "${move}" leads from "${from}" to "${stateOf(standing)}" on a ladder.`);
  }
  const { debtSince, strategyId, strategyVersion, arm, version } = standing;
  return { move, debtSince, strategyId, strategyVersion, arm, version, step, why };
}

/** The date of the step that is next, or null after the last one. */
export function nextStepOn(rules: StrategyRules, { debtSince, step }: Standing): string | null {
  const next = rules.steps[step];
  return next ? addDays(debtSince, next.day) : null;
}
