import type { Role } from '#app/features/access/role.ts';
import type { Calendars, TargetClock } from './clock.ts';
import type { ContractTerms, Target } from './contract.ts';

/** Somebody is to be told of a clock. Level 0 is a warning to whoever has the case. */
export type Alarm = {
  clock: string;
  target: Target;
  level: number;
  share: number;
  to: { role: Role; onShift: boolean } | null;
  /** Epoch ms; in the past: it is time. `null`: not while the clock stands. */
  at: number | null;
};

/** Names one clock among those of its case. */
export function clockKey({
  target,
  requestId,
  startedAt,
}: Pick<TargetClock, 'target' | 'requestId' | 'startedAt'>) {
  return `${target}:${requestId ?? startedAt}`;
}

/** When whom to tell of each open clock, by the shares of the target that the contract names. */
export function alarmsOf(
  { warnAt, escalations }: Pick<ContractTerms, 'warnAt' | 'escalations'>,
  clocks: readonly TargetClock[],
  calendars: Calendars,
  now: number,
): Alarm[] {
  const warnings = warnAt.map((share) => ({ share, level: 0, to: null }));
  const steps = escalations.map(({ atShare: share, level, to: role, onShift }) => ({
    share,
    level,
    to: { role, onShift },
  }));
  return clocks
    .filter(({ isOpen }) => isOpen)
    .flatMap((clock) =>
      [...warnings, ...steps].map((step) => ({
        clock: clockKey(clock),
        target: clock.target,
        ...step,
        at: momentOf(step.share, clock, calendars, now),
      })),
    );
}

function momentOf(share: number, clock: TargetClock, calendars: Calendars, now: number): number | null {
  const missingMs = clock.targetMs * share - clock.spentMs;
  if (missingMs <= 0) return now;
  if (!clock.running) return null;
  return calendars.get(clock.calendarId ?? '')?.dueAt(now, missingMs) ?? null;
}
