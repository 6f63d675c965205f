import type { Calendars, PauseReason, RunReason, Segment, TargetClock } from './clock.ts';
import type { Course, Stretch } from './course.ts';
import type { OpenHours } from './open-hours.ts';

/** A stretch in which time ran, with what was spent before it. */
type Run = { from: number; spentBefore: number; hours: OpenHours };
type Spent = { spentMs: number; targetMs: number; runs: Run[]; segments: Segment[] };

/** Asks the calendars how much of a target was spent, and when it is due. */
export function measureCourse(
  course: Course,
  calendars: Calendars,
  now: number,
  graceMs: number,
): TargetClock {
  const { target, requestId, startedAt, endedAt, noClock } = course;
  const last = course.stretches.at(-1);
  const spent = spend(course.stretches, calendars, graceMs);
  const { spentMs, targetMs, segments } = spent;
  const at = endedAt ?? now;
  const isOpen = endedAt === null && noClock === null;
  const hours = last?.promised && noClock === null ? hoursOf(calendars, last) : null;
  const standing = last && isPause(last.reason) ? last.reason : null;
  const running = isOpen && standing === null ? nextRun(hours, now) : null;
  const pausedReason = isOpen ? (standing ?? (running?.from === now ? null : 'outside-hours')) : null;
  return {
    target,
    requestId,
    state: noClock ? 'none' : stateOf(isOpen, spentMs > targetMs, pausedReason),
    isOpen,
    noClock,
    pausedReason,
    isAtCarrier: isOpen && last?.reason === 'at-carrier',
    startedAt,
    endedAt,
    dueAt: hours ? dueAt(spent, standing, hours, at) : null,
    targetMs,
    spentMs,
    leftMs: targetMs - spentMs,
    share: targetMs === 0 ? 0 : spentMs / targetMs,
    running,
    calendarId: last?.promised?.calendarId ?? null,
    segments,
  };
}

/**
 * Adds up the open time of what ran. A new priority changes the target and keeps what was spent. Re-opened
 * before it was late, a case has at least the grace left.
 */
function spend(stretches: readonly Stretch[], calendars: Calendars, graceMs: number): Spent {
  const spent: Spent = { spentMs: 0, targetMs: 0, runs: [], segments: [] };
  let leastMs = 0;
  for (const stretch of stretches) {
    const { from, to, reason, promised, isReopened } = stretch;
    spent.targetMs = Math.max(promised?.targetMs ?? 0, leastMs);
    if (isReopened && spent.spentMs <= spent.targetMs) {
      leastMs = spent.spentMs + graceMs;
      spent.targetMs = Math.max(spent.targetMs, leastMs);
    }
    if (isPause(reason) || !promised) {
      const why = promised ? reason : 'no-target';
      if (from < to) spent.segments.push({ from, to, state: 'paused', reason: why, rule: promised });
      continue;
    }
    const hours = hoursOf(calendars, stretch);
    spent.runs.push({ from, spentBefore: spent.spentMs, hours });
    spent.spentMs += addSegments(spent.segments, stretch, reason, hours);
  }
  return spent;
}

/** Writes the open and closed parts of a running stretch down; returns the open time. */
function addSegments(segments: Segment[], stretch: Stretch, reason: RunReason, hours: OpenHours): number {
  const { from, to, promised: rule } = stretch;
  let openMs = 0;
  let at = from;
  for (const open of hours.spans(from, to)) {
    if (at < open.from)
      segments.push({ from: at, to: open.from, state: 'paused', reason: 'outside-hours', rule });
    segments.push({ from: open.from, to: open.to, state: 'running', reason, rule });
    openMs += open.to - open.from;
    at = open.to;
  }
  if (at < to) segments.push({ from: at, to, state: 'paused', reason: 'outside-hours', rule });
  return openMs;
}

function dueAt(spent: Spent, standing: PauseReason | null, hours: OpenHours, at: number): number | null {
  const { spentMs, targetMs, runs } = spent;
  if (spentMs >= targetMs) {
    const run = runs.findLast(({ spentBefore }) => spentBefore < targetMs);
    return run ? run.hours.dueAt(run.from, targetMs - run.spentBefore) : at;
  }
  return standing ? null : hours.dueAt(at, targetMs - spentMs);
}

function nextRun(hours: OpenHours | null, now: number): TargetClock['running'] {
  const opening = hours?.openingAt(now);
  return opening ? { from: Math.max(now, opening.from), to: opening.to } : null;
}

function stateOf(isOpen: boolean, isLate: boolean, pausedReason: PauseReason | null): TargetClock['state'] {
  if (isLate) return 'breached';
  if (!isOpen) return 'met';
  return pausedReason ? 'paused' : 'running';
}

function isPause(reason: RunReason | PauseReason): reason is PauseReason {
  return reason !== 'at-work' && reason !== 'at-carrier';
}

function hoursOf(calendars: Calendars, { promised }: Stretch): OpenHours {
  const hours = calendars.get(promised?.calendarId ?? '');
  if (!hours)
    throw new Error(`The contract names the calendar "${promised?.calendarId}", which is not there.`);
  return hours;
}
