import { dateAt } from '#app/features/sla/wall-clock.ts';
import type { TenantDb } from '#db/open.ts';
import { listTriedDebts, type TriedRow } from '#db/tenant/queries/debt-board.ts';
import { listUsedVersions } from '#db/tenant/queries/debt-pages.ts';
import { listTrials } from '#db/tenant/queries/strategies.ts';
import { measureArms } from './measure-arms.ts';

/** What the arms of the newest trial brought until now; `null`: there was none. */
export async function readTrialResult(db: TenantDb, today: string, timeZone: string) {
  const [trial] = await listTrials(db);
  if (!trial) return null;
  const since = dateAt(trial.startedAt.getTime(), timeZone);
  const versions = await listUsedVersions(db);
  const costsOf = new Map(versions.map((one) => [`${one.strategyId} ${one.number}`, one.rules.costs ?? {}]));
  const rows = await listTriedDebts(db, { since, today });
  const priced = rows.map(({ contacts, strategyId, strategyVersion, ...debt }) => ({
    ...debt,
    costKopecks: priceOf(contacts, costsOf.get(`${strategyId} ${strategyVersion}`) ?? {}),
  }));
  return { since, endedAt: trial.endedAt, arms: measureArms(priced) };
}

function priceOf(contacts: TriedRow['contacts'], costs: Partial<Record<string, number>>): number {
  const made: Record<string, number> = JSON.parse(contacts);
  return Object.entries(made).reduce((sum, [channel, n]) => sum + n * (costs[channel] ?? 0), 0);
}
