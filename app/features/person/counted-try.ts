import type { Services } from '#app/platform/context.ts';
import { commit } from '#db/commit.ts';
import { failureKept, failuresForgiven, listSignInFailures } from '#db/control/queries/sign-in-failures.ts';
import { inTurn } from './in-turn.ts';
import { afterFailure, lockEnd, lockRules } from './lockout.ts';
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
    const [found = null] = await listSignInFailures(control, [key]);
    const until = lockEnd(found, services.now());
    if (until) return { code: 'locked', until };
    const refusal = await attempt();
    const failed = { key, ...afterFailure(lockRules.confirmation, found, services.now()) };
    if (refusal) await commit(control, [failureKept(control, failed)]);
    else if (found) await commit(control, [failuresForgiven(control, key)]);
    return refusal;
  });
}
