import { chooseArm, type Trial } from './choose-arm.ts';
import type { StrategyRules } from './strategy.ts';
import type { DebtFacts, Entry } from './walk.ts';

/** A strategy's newest version in force. */
export type InForce = { strategyId: string; strategyVersion: number; rules: StrategyRules };

/**
 * The version that lets a debtor on: of those in force, the first whose conditions he fits. Under a trial the
 * champion's conditions let on for both, so that the groups are alike; the challenger lets nobody on by itself.
 */
export function chooseEntry(
  inForce: readonly InForce[],
  trial: Trial | null,
  facts: DebtFacts,
): Entry | null {
  const challenger = inForce.find(({ strategyId }) => strategyId === trial?.challengerId);
  const found = inForce.find((one) => one !== challenger && fits(one.rules.entry, facts));
  if (!found) return null;
  if (found.strategyId !== trial?.championId) return { ...found, arm: 'champion' };
  const drawn = { ...trial, challengerId: challenger ? trial.challengerId : null };
  const arm = chooseArm(drawn, facts.receivableId);
  return { ...(arm === 'challenger' && challenger ? challenger : found), arm };
}

function fits(entry: StrategyRules['entry'], facts: DebtFacts): boolean {
  const { leastKopecks, subscribers, carriers, leastRiskPerMille } = entry;
  return (
    facts.balanceKopecks >= leastKopecks &&
    (subscribers === 'all' || subscribers === facts.subscriber) &&
    (carriers.length === 0 || (facts.carrier !== null && carriers.includes(facts.carrier))) &&
    (leastRiskPerMille === 0 || (facts.riskPerMille ?? 0) >= leastRiskPerMille)
  );
}
