import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { can } from '#app/features/access/can.ts';
import { ok, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import { getStrategy, listStrategyVersions } from '#db/tenant/queries/strategies.ts';
import { strategyTrials } from '#db/tenant/schema/ladder.ts';
import { forbidden, type StrategyDesk, type StrategyRefused } from './change-strategy.ts';
import type { StrategyRefusal } from './strategy-refusal.ts';
import { inForceOf } from './strategy-version.ts';

const percent = z.coerce.number({ error: 'percent' }).int('percent').min(0, 'percent').max(50, 'percent');

/** `challengerId` empty: the champion against its control alone. */
export const TrialInput = z.object({
  championId: z.string().min(1, 'required'),
  challengerId: z.string().transform((id) => (id === '' ? null : id)),
  challengerPercent: percent,
  controlPercent: percent,
});

/** Begins to draw those who enter. `id` and `salt` are new; who is drawn for which follows from the salt alone. */
export async function startTrial(
  { db, actor, now }: StrategyDesk,
  { id, salt }: { id: string; salt: string },
  input: z.infer<typeof TrialInput>,
): StrategyRefused<{ id: string }> {
  if (!can(actor, 'debt:write')) return refuse(forbidden);
  const { championId, challengerId, challengerPercent, controlPercent } = input;
  if (championId === challengerId) return refuse({ code: 'trial-same-strategy' });
  const isEmpty = challengerPercent + controlPercent === 0;
  const isHalf = (challengerId === null) !== (challengerPercent === 0);
  if (isEmpty || isHalf) return refuse({ code: 'trial-shares' });
  for (const strategyId of [championId, ...(challengerId === null ? [] : [challengerId])]) {
    const unfit = await findUnfit(db, strategyId);
    if (unfit) return refuse(unfit);
  }
  const begun = { salt, startedBy: actor.userId, startedAt: now };
  const written = await commit(db, [db.insert(strategyTrials).values({ id, ...input, ...begun })]);
  return written.ok ? ok({ id }) : refuse({ code: 'trial-runs' });
}

/** Draws nobody any more. Who was drawn stays where he was drawn to. */
export async function endTrial(
  { db, actor, now }: StrategyDesk,
  id: string,
): StrategyRefused<{ id: string }> {
  if (!can(actor, 'debt:write')) return refuse(forbidden);
  const isRunning = and(eq(strategyTrials.id, id), isNull(strategyTrials.endedAt));
  const written = await commit(db, [db.update(strategyTrials).set({ endedAt: now }).where(isRunning)]);
  const isMine = written.ok && written.results[0]?.rowsAffected === 1;
  return isMine ? ok({ id }) : refuse({ code: 'trial-not-found' });
}

async function findUnfit(db: StrategyDesk['db'], strategyId: string): Promise<StrategyRefusal | null> {
  const strategy = await getStrategy(db, strategyId);
  if (!strategy) return { code: 'strategy-not-found' };
  if (strategy.retiredAt) return { code: 'strategy-retired' };
  const held = inForceOf(await listStrategyVersions(db, strategyId));
  return held ? null : { code: 'strategy-not-in-force' };
}
