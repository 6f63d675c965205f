import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { type Actor, can } from '#app/features/access/can.ts';
import { StrategyRules } from '#app/features/ladder/strategy.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { getRunningTrial, getStrategy, listStrategyVersions } from '#db/tenant/queries/strategies.ts';
import { strategies, strategyVersions } from '#db/tenant/schema/ladder.ts';
import { defaultStrategy } from './default-strategy.ts';
import type { StrategyRefusal } from './strategy-refusal.ts';
import { draftOf, newestOf } from './strategy-version.ts';

export type StrategyDesk = { db: TenantDb; actor: Actor; now: Date };
export type StrategyRefused<T> = Promise<Result<T, StrategyRefusal>>;
export const forbidden = { code: 'forbidden', action: 'debt:write' } as const;

/** `seen`: when the draft that was opened had been saved; `null`: there was none. */
export const DraftInput = z.strictObject({ rules: StrategyRules, seen: z.coerce.date().nullable() });

/** Begins a strategy as a draft: from the rules of another, or from those of the trade. */
export async function createStrategy(
  { db, actor, now }: StrategyDesk,
  { id, name, from }: { id: string; name: string; from: string | null },
): StrategyRefused<{ id: string }> {
  if (!can(actor, 'debt:write')) return refuse(forbidden);
  const source = from === null ? undefined : newestOf(await listStrategyVersions(db, from));
  if (from !== null && !source) return refuse({ code: 'strategy-not-found' });
  const rules = source?.rules ?? defaultStrategy;
  const author = { savedBy: actor.userId, savedAt: now };
  const written = await commit(db, [
    db.insert(strategies).values({ id, name, createdBy: actor.userId, createdAt: now }),
    db.insert(strategyVersions).values({ strategyId: id, number: 1, rules, ...author }),
  ]);
  return written.ok ? ok({ id }) : refuse({ code: 'strategy-name-taken' });
}

/** Saves the draft: the one there is, or the version after what is in force, which is never touched. */
export async function saveDraft(
  { db, actor, now }: StrategyDesk,
  strategyId: string,
  { rules, seen }: z.infer<typeof DraftInput>,
): StrategyRefused<{ version: number; savedAt: Date }> {
  if (!can(actor, 'debt:write')) return refuse(forbidden);
  const strategy = await getStrategy(db, strategyId);
  if (!strategy) return refuse({ code: 'strategy-not-found' });
  if (strategy.retiredAt) return refuse({ code: 'strategy-retired' });
  const versions = await listStrategyVersions(db, strategyId);
  const draft = draftOf(versions);
  if (draft?.savedAt.getTime() !== seen?.getTime()) return refuse({ code: 'draft-changed' });
  const number = draft?.number ?? versions.length + 1;
  // Two who save one draft in the same millisecond would both have seen the last.
  const savedAt = new Date(Math.max(now.getTime(), (seen?.getTime() ?? 0) + 1));
  const changed = { rules, savedBy: actor.userId, savedAt };
  const written = await commit(db, [
    draft
      ? db.update(strategyVersions).set(changed).where(isDraft(strategyId, draft))
      : db.insert(strategyVersions).values({ strategyId, number, ...changed }),
  ]);
  const isMine = written.ok && written.results[0]?.rowsAffected === 1;
  return isMine ? ok({ version: number, savedAt }) : refuse({ code: 'draft-changed' });
}

/** Nobody is let on it from now on. Who stands on it goes on to its end. */
export async function retireStrategy(
  { db, actor, now }: StrategyDesk,
  strategyId: string,
): StrategyRefused<{ id: string }> {
  if (!can(actor, 'debt:write')) return refuse(forbidden);
  if (!(await getStrategy(db, strategyId))) return refuse({ code: 'strategy-not-found' });
  const trial = await getRunningTrial(db);
  if (trial && [trial.championId, trial.challengerId].includes(strategyId)) {
    return refuse({ code: 'strategy-on-trial' });
  }
  const isInUse = and(eq(strategies.id, strategyId), isNull(strategies.retiredAt));
  const written = await commit(db, [
    db.update(strategies).set({ retiredAt: now, retiredBy: actor.userId }).where(isInUse),
  ]);
  const isMine = written.ok && written.results[0]?.rowsAffected === 1;
  return isMine ? ok({ id: strategyId }) : refuse({ code: 'strategy-retired' });
}

/** The row of a draft as it was read: saved anew or put in force meanwhile, it is another. */
export function isDraft(strategyId: string, { number, savedAt }: { number: number; savedAt: Date }) {
  return and(
    eq(strategyVersions.strategyId, strategyId),
    eq(strategyVersions.number, number),
    eq(strategyVersions.savedAt, savedAt),
    isNull(strategyVersions.inForceFrom),
  );
}
