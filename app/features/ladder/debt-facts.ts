import type { DebtRow } from '#db/tenant/queries/debt-pages.ts';
import type { Hold } from './ladder.ts';
import type { Standing } from './standing.ts';
import type { DebtFacts } from './walk.ts';

/** What a ladder asks of a debt. `over`: promises and plans that hold no more, whatever the row still says. */
export function factsOf(debt: DebtRow, over: ReadonlySet<string>): DebtFacts {
  return {
    receivableId: debt.id,
    balanceKopecks: debt.balanceKopecks,
    oldestDueOn: debt.oldestDueOn,
    hold: holdOf(debt, over),
    riskPerMille: debt.probability === null ? null : Math.round(debt.probability * 1000),
    subscriber: debt.subscriberKind,
    carrier: debt.carrier,
  };
}

/** A dispute outweighs a promise: nothing may be asked of whoever says that he does not owe it. */
function holdOf({ disputedKopecks, promiseId, planId }: DebtRow, over: ReadonlySet<string>): Hold | null {
  if (disputedKopecks > 0) return 'dispute';
  if (promiseId && !over.has(promiseId)) return 'promise';
  return planId && !over.has(planId) ? 'plan' : null;
}

export function standingOf(debt: DebtRow): Standing | null {
  const { strategyId, strategyVersion, arm, debtSince, step, nextOn, hold, leftOn } = debt;
  if (!strategyId) return null;
  const version = debt.standingVersion;
  return { strategyId, strategyVersion, arm, debtSince, step, nextOn, hold, leftOn, version };
}
