import type { TenantDb } from '#db/open.ts';
import { listUsedVersions } from '#db/tenant/queries/debt-pages.ts';
import { getRunningTrial } from '#db/tenant/queries/strategies.ts';
import { chooseEntry, type InForce } from './choose-entry.ts';
import type { Ladders } from './walk.ts';

/** The ladders of a tenant as they are now: who is let on by which, and the rules of every version in use. */
export async function readLadders(db: TenantDb): Promise<Ladders> {
  const [versions, trial] = [await listUsedVersions(db), await getRunningTrial(db)];
  const known = new Map(versions.map((one) => [`${one.strategyId} ${one.number}`, one.rules]));
  const newest = new Map<string, InForce>();
  for (const { strategyId, number, rules, retiredAt } of versions) {
    if (!retiredAt) newest.set(strategyId, { strategyId, strategyVersion: number, rules });
  }
  const inForce = [...newest.values()];
  return {
    entryOf: (facts) => chooseEntry(inForce, trial, facts),
    rulesOf(strategyId, strategyVersion) {
      const rules = known.get(`${strategyId} ${strategyVersion}`);
      if (!rules) throw new Error(`The strategy ${strategyId} has no version ${strategyVersion} in use.`);
      return rules;
    },
  };
}
