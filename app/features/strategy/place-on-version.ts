import { nextStepOn, type Standing } from '#app/features/ladder/standing.ts';
import type { StrategyRules } from '#app/features/ladder/strategy.ts';
import { daysBetween } from '#app/features/sla/calendar-date.ts';

/**
 * Where a debtor goes on when he is moved to another version: behind every step whose day has come, so that
 * nothing is said to him twice and nothing missed is made up for.
 */
export function placeOnVersion<S extends Standing>(
  standing: S,
  { number, rules }: { number: number; rules: StrategyRules },
  on: string,
): S {
  const days = daysBetween(standing.debtSince, on);
  const ahead = rules.steps.findIndex(({ day }) => day > days);
  const step = ahead === -1 ? rules.steps.length : ahead;
  const placed = { ...standing, strategyVersion: number, step, version: standing.version + 1 };
  return { ...placed, nextOn: standing.hold ? null : nextStepOn(rules, placed) };
}
