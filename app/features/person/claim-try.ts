import { commit, type Statement } from '#db/commit.ts';
import {
  failureCounted,
  failureTakenBack,
  listSignInFailures,
} from '#db/control/queries/sign-in-failures.ts';
import type { ControlDb } from '#db/open.ts';
import { afterFailure, type Failures, type LockRule } from './lockout.ts';

export type CountedKey = { key: string; rule: LockRule };
/** `until`: it is locked, nothing was counted. `takenBack`: for the batch of who turns out right. */
export type ClaimedTry = { until: Date } | { until: null; takenBack: Statement[] };

/**
 * Counts a try as failed before it is made: of however many processes that look at once, each is let through only
 * by a count of its own. `lockedUntil` decides by what was counted so far, in the order of `keys`.
 */
export async function claimTry(
  control: ControlDb,
  keys: CountedKey[],
  lockedUntil: (found: (Failures | null)[]) => Date | null,
  now: Date,
): Promise<ClaimedTry> {
  for (;;) {
    const found = await listSignInFailures(
      control,
      keys.map(({ key }) => key),
    );
    const until = lockedUntil(found);
    if (until) return { until };
    const steps = keys.map(({ key, rule }, index) => {
      const before = found[index] ?? null;
      return { before, after: { key, ...afterFailure(rule, before, now) } };
    });
    const counted = await commit(
      control,
      steps.flatMap(({ before, after }) => failureCounted(control, before, after)),
    );
    if (!counted.ok) continue;
    return {
      until: null,
      takenBack: steps.map(({ before, after }) => failureTakenBack(control, before, after)),
    };
  }
}
