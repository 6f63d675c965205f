import type { Result } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { askGate, type ContactWish, type GateRefusal } from './ask-gate.ts';
import type { Pass } from './pass.ts';

/** So many may ask for one subscriber at one instant. */
const mostTries = 200;

/**
 * The gate in front of every contact: loads, decides and writes the attempt, or its refusal, in one batch. Whoever
 * loses the race for the subscriber's next sequence decides again, so that no two together exceed a cap.
 */
export async function passGate(
  db: TenantDb,
  wish: ContactWish,
  now: Date,
): Promise<Result<Pass, GateRefusal>> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const { verdict, statements } = await askGate(db, wish, now);
    if (statements.length === 0 || (await commit(db, statements)).ok) return verdict;
  }
  throw new Error(`The contact ${wish.sendKey} lost ${mostTries} races for its subscriber.`);
}
