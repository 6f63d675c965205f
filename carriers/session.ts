import type { Session } from './port.ts';

/**
 * A sign-in shared by all callers: one at a time, renewed at `expiresAt` (the adapter keeps its own margin),
 * forgotten only when the value that failed is still the current one. A failed sign-in is not kept.
 */
export function createSession<T>(
  signIn: () => Promise<{ value: T; expiresAt: Date | null }>,
  now: () => Date,
): Session<T> {
  let current: Promise<{ value: T; expiresAt: Date | null }> | undefined;
  let settled: { value: T; expiresAt: Date | null } | undefined;

  function begin() {
    settled = undefined;
    const attempt = signIn();
    current = attempt;
    attempt.then(
      (session) => {
        if (current === attempt) settled = session;
      },
      () => {
        if (current === attempt) current = undefined;
      },
    );
    return attempt;
  }

  return {
    async get() {
      const ending = settled?.expiresAt && settled.expiresAt <= now();
      const attempt = current && !ending ? current : begin();
      return (await attempt).value;
    },
    drop(value) {
      if (settled?.value !== value) return;
      settled = undefined;
      current = undefined;
    },
  };
}
