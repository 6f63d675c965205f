import type { Services } from '#app/platform/context.ts';
import { commit } from '#db/commit.ts';
import { failuresForgiven } from '#db/control/queries/sign-in-failures.ts';
import { claimTry } from './claim-try.ts';
import { inTurn } from './in-turn.ts';
import { lockEnd, lockRules } from './lockout.ts';
import type { PersonRefusal } from './person.ts';

/** A code or password asked of somebody already known: `null` when right, else why not. Wrong ones are counted. */
export function countedTry(
  services: Services,
  userId: string,
  attempt: () => Promise<PersonRefusal | null>,
): Promise<PersonRefusal | null> {
  const key = `confirmation:${userId}`;
  const { control } = services.databases;
  return inTurn(key, async () => {
    const now = services.now();
    const counted = [{ key, rule: lockRules.confirmation }];
    const claim = await claimTry(control, counted, ([found = null]) => lockEnd(found, now), now);
    if (claim.until) return { code: 'locked', until: claim.until };
    const refusal = await attempt();
    if (!refusal) await commit(control, [failuresForgiven(control, key)]);
    return refusal;
  });
}
