/** Failed tries under one key since `firstAt`. */
export type Failures = { count: number; firstAt: Date; lockedUntil: Date | null };

/** `free` tries cost nothing; then each failure closes for `firstWaitMs`, doubled every time up to `longestWaitMs`. */
export type LockRule = { free: number; firstWaitMs: number; longestWaitMs: number; windowMs: number };

const minute = 60_000;
const waits = { firstWaitMs: minute / 2, longestWaitMs: 15 * minute, windowMs: 24 * 60 * minute };

export const lockRules = {
  /** One account from one address: somebody who forgot his password. */
  pair: { free: 5, ...waits },
  /** One account from everywhere: a guess spread over many addresses. */
  account: { free: 20, ...waits },
  /** One address for all accounts. A whole centre may sit behind it. */
  address: { free: 100, ...waits },
  /** The second factor, or the password asked again, of somebody whose password was right. */
  confirmation: { free: 5, ...waits },
} as const satisfies Record<string, LockRule>;

type SignInFailures = Record<'pair' | 'account' | 'address', Failures | null>;

/**
 * Until when a sign-in is refused without looking at the password; `null`: it may be tried. The lock of the
 * account does not hold at an address that the person has signed in from: others cannot lock him out.
 */
export function decideLockout(found: SignInFailures, isKnownAddress: boolean, now: Date): Date | null {
  const counted = [found.pair, found.address, isKnownAddress ? null : found.account];
  const ends = counted.map((failures) => lockEnd(failures, now)).filter((end) => end !== null);
  return ends.reduce<Date | null>((latest, end) => (latest && latest > end ? latest : end), null);
}

export function lockEnd(failures: Failures | null, now: Date): Date | null {
  const until = failures?.lockedUntil;
  return until && until > now ? until : null;
}

/** The count after one more failure. Forgotten a window after its first failure. */
export function afterFailure(rule: LockRule, before: Failures | null, now: Date): Failures {
  const isOver = !before || now.getTime() - before.firstAt.getTime() >= rule.windowMs;
  const count = isOver ? 1 : before.count + 1;
  const firstAt = isOver ? now : before.firstAt;
  const over = count - rule.free;
  const waitMs = Math.min(rule.longestWaitMs, rule.firstWaitMs * 2 ** (over - 1));
  return { count, firstAt, lockedUntil: over > 0 ? new Date(now.getTime() + waitMs) : null };
}
