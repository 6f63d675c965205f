import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { can } from '#app/features/access/can.ts';
import { ok, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import { callForFound } from '#db/outbox.ts';
import { getStrategy, listStrategyVersions } from '#db/tenant/queries/strategies.ts';
import { strategyVersions } from '#db/tenant/schema/ladder.ts';
import { forbidden, isDraft, type StrategyDesk, type StrategyRefused } from './change-strategy.ts';
import { readCaps } from './read-caps.ts';
import { findStrategyFaults } from './strategy-faults.ts';
import { draftOf } from './strategy-version.ts';

/** `seen`: when the draft that was looked at had been saved. `moves`: those who stand on older versions go over. */
export const ForceInput = z.object({
  seen: z.coerce.date(),
  moves: z.enum(['yes', 'no']),
});

/** Lets the draft be in force from now, and so locks it. Who stands on an older version stays there, unless moved. */
export async function putInForce(
  { db, actor, now }: StrategyDesk,
  strategyId: string,
  { seen, moves }: z.infer<typeof ForceInput>,
): StrategyRefused<{ version: number }> {
  if (!can(actor, 'debt:write')) return refuse(forbidden);
  const strategy = await getStrategy(db, strategyId);
  if (!strategy) return refuse({ code: 'strategy-not-found' });
  if (strategy.retiredAt) return refuse({ code: 'strategy-retired' });
  const draft = draftOf(await listStrategyVersions(db, strategyId));
  if (!draft) return refuse({ code: 'nothing-drafted' });
  if (draft.savedAt.getTime() !== seen.getTime()) return refuse({ code: 'draft-changed' });
  const faults = findStrategyFaults(draft.rules, await readCaps(db, now));
  if (faults.some(({ level }) => level === 'error')) return refuse({ code: 'strategy-faulty', faults });
  const inForce = { inForceFrom: now, putInForceBy: actor.userId };
  const { number: version } = draft;
  const written = await commit(db, [
    db.update(strategyVersions).set(inForce).where(isDraft(strategyId, draft)),
    ...(moves === 'yes' ? [callForMove({ db, actor, now }, strategyId, version)] : []),
  ]);
  const isMine = written.ok && written.results[0]?.rowsAffected === 1;
  return isMine ? ok({ version }) : refuse({ code: 'draft-changed' });
}

/** Calls for the moving of everybody who stands on another version, if this command it was that put it in force. */
function callForMove({ db, actor, now }: StrategyDesk, strategyId: string, version: number) {
  const payload = sql`json_object('strategyId', ${strategyId}, 'version', ${version})`;
  const from = sql`from ${strategyVersions} where strategy_id = ${strategyId} and number = ${version}
    and in_force_from = ${now.getTime()} and put_in_force_by = ${actor.userId}`;
  const queue = { queue: 'strategy-move', gate: 'strategy-move', lane: 'bulk', dueAt: now } as const;
  return callForFound(db, queue, { payload, from }, now);
}
