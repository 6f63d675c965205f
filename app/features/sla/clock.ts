import type { ContractTerms, Promised, Subject, Target } from './contract.ts';
import { coursesOf } from './course.ts';
import { measureCourse } from './measure-course.ts';
import type { OpenHours } from './open-hours.ts';

/** What happens to the clocks of a case while an incident has it: nothing, they stand, or there are none. */
export type IncidentTreatment = 'run' | 'pause' | 'exclude';

/** What happened to a case, as far as its clocks care. `at`: epoch ms. */
export type ClockEvent = { at: number } & (
  | ({ type: 'opened' } & Subject)
  | { type: 'subscriber.wrote' }
  | { type: 'agent.answered' }
  /** Waiting is for the subscriber. It also ends when he writes. */
  | { type: 'waiting.began' }
  | { type: 'waiting.ended' }
  | { type: 'carrier.began'; requestId: string }
  | { type: 'carrier.ended'; requestId: string }
  | { type: 'priority.changed'; priority: Subject['priority'] }
  | { type: 'solved' }
  | { type: 'reopened' }
  | { type: 'incident.joined'; treatment: IncidentTreatment }
  | { type: 'incident.left' }
);

/** Why time runs. */
export type RunReason = 'at-work' | 'at-carrier';
/** Why it stands. */
export type PauseReason = 'waiting-for-subscriber' | 'incident' | 'solved' | 'outside-hours';
/** Why there is no clock. */
export type NoClockReason = 'no-contract' | 'no-target' | 'excluded' | 'incident';

/** One line of the ledger. `rule`: the contract's rule it was counted by, and that rule's calendar. */
export type Segment = {
  from: number;
  to: number;
  state: 'running' | 'paused';
  reason: RunReason | PauseReason | 'no-target';
  rule: Promised | null;
};

/** One promise of one case. Instants are epoch ms; lengths are open time of its calendar, ms. */
export type TargetClock = {
  target: Target;
  /** Of the carrier's part: the request it is about. */
  requestId: string | null;
  state: 'running' | 'paused' | 'met' | 'breached' | 'none';
  /** Still counting: nobody answered, solved or ended it yet. Such a clock may be breached already. */
  isOpen: boolean;
  noClock: NoClockReason | null;
  pausedReason: PauseReason | null;
  isAtCarrier: boolean;
  startedAt: number;
  endedAt: number | null;
  /** `null` while it stands for a reason that ends nobody knows when, and when there is no clock. */
  dueAt: number | null;
  targetMs: number;
  spentMs: number;
  /** Negative: this late. */
  leftMs: number;
  /** Spent of the target, 1 is all of it. */
  share: number;
  /** When time runs next, or runs now until: what a countdown needs. */
  running: { from: number; to: number } | null;
  calendarId: string | null;
  segments: Segment[];
};

/** The compiled calendars by id: every one that the contract names. */
export type Calendars = ReadonlyMap<string, OpenHours>;

/**
 * Every clock of a case, as it stands at `now`, with the ledger behind it. First response and resolution exist
 * from the beginning; a next response for each message that waits or waited for one; the carrier's part for each
 * request. Events stand in order; what is later than `now` is not looked at. No contract or no target is no
 * error: such a clock says `none`, and why.
 */
export function evaluateClock(
  events: readonly ClockEvent[],
  contract: { terms: ContractTerms } | null,
  calendars: Calendars,
  now: number,
): { targets: TargetClock[] } {
  const graceMs = (contract?.terms.graceMinutes ?? 0) * 60_000;
  const courses = coursesOf(events, contract?.terms ?? null, now);
  return { targets: courses.map((course) => measureCourse(course, calendars, now, graceMs)) };
}
