import { defaultStrategy } from '#app/features/strategy/default-strategy.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { strategies, strategyTrials, strategyVersions } from '#db/tenant/schema/ladder.ts';
import { seededId, seedTime } from '#seeds/factories.ts';

/** A strategy in force with a trial that runs, both known by the tenant's mark. */
export async function fillStrategies(db: TenantDb, seed: number, marker: string, userId: string) {
  const [strategyId, trialId] = [seededId(seedTime, seed, 160), seededId(seedTime, seed, 161)];
  const named = { id: strategyId, name: `${marker} лестница`, createdBy: userId, createdAt: seedTime };
  const saved = { savedBy: userId, savedAt: seedTime, inForceFrom: seedTime, putInForceBy: userId };
  const shares = { challengerId: null, challengerPercent: 0, controlPercent: 10 };
  await commit(db, [
    db.insert(strategies).values(named),
    db.insert(strategyVersions).values({ strategyId, number: 1, rules: defaultStrategy, ...saved }),
    db.insert(strategyTrials).values({
      id: trialId,
      championId: strategyId,
      ...shares,
      salt: `salt-${seed}`,
      startedBy: userId,
      startedAt: seedTime,
    }),
  ]);
  return { strategyId, trialId };
}
