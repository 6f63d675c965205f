import type { ClockEvent, IncidentTreatment, NoClockReason, PauseReason, RunReason } from './clock.ts';
import {
  type ContractTerms,
  type Promised,
  type Promises,
  promisesFor,
  type Subject,
  type Target,
} from './contract.ts';

/** A stretch in which nothing changed but the time of day. `isReopened`: the case was re-opened at its start. */
export type Stretch = {
  from: number;
  to: number;
  reason: RunReason | Exclude<PauseReason, 'outside-hours'>;
  promised: Promised | null;
  isReopened: boolean;
};

/** What one target went through, before any calendar is asked. The last stretch ends at `now` or at its end. */
export type Course = {
  target: Target;
  requestId: string | null;
  startedAt: number;
  endedAt: number | null;
  noClock: NoClockReason | null;
  stretches: Stretch[];
};

type Walk = {
  terms: ContractTerms | null;
  subject: Subject;
  promises: Promises;
  isWaiting: boolean;
  isSolved: boolean;
  treatment: IncidentTreatment;
  atCarrier: Set<string>;
  courses: Course[];
};

const noPromises: Promises = {
  excluded: null,
  firstResponse: null,
  nextResponse: null,
  resolution: null,
  carrier: null,
};

/** Walks through the events once. */
export function coursesOf(events: readonly ClockEvent[], terms: ContractTerms | null, now: number): Course[] {
  let walk: Walk | undefined;
  for (const event of events) {
    if (event.at > now) break;
    if (walk) step(walk, event);
    else if (event.type === 'opened') walk = begin(event, terms);
  }
  if (!walk) return [];
  for (const course of walk.courses) {
    if (course.endedAt === null) closeStretch(course, now);
    course.noClock = noClockReason(walk, course);
  }
  return walk.courses;
}

function begin(event: ClockEvent & { type: 'opened' }, terms: ContractTerms | null): Walk {
  const { channel, kind, priority, segment } = event;
  const subject = { channel, kind, priority, segment };
  const walk: Walk = {
    terms,
    subject,
    promises: terms ? promisesFor(terms, subject) : noPromises,
    isWaiting: false,
    isSolved: false,
    treatment: 'run',
    atCarrier: new Set(),
    courses: [],
  };
  start(walk, 'firstResponse', event.at);
  start(walk, 'resolution', event.at);
  return walk;
}

function step(walk: Walk, event: ClockEvent): void {
  switch (event.type) {
    case 'opened':
      return;
    case 'subscriber.wrote':
      walk.isWaiting = false;
      hear(walk, event.at);
      break;
    case 'agent.answered':
      endOpen(walk, ['firstResponse', 'nextResponse'], event.at);
      break;
    case 'waiting.began':
      walk.isWaiting = true;
      break;
    case 'waiting.ended':
      walk.isWaiting = false;
      break;
    case 'carrier.began':
      beginCarrier(walk, event.requestId, event.at);
      break;
    case 'carrier.ended':
      walk.atCarrier.delete(event.requestId);
      endOpen(walk, ['carrier'], event.at, event.requestId);
      break;
    case 'priority.changed':
      walk.subject = { ...walk.subject, priority: event.priority };
      if (walk.terms) walk.promises = promisesFor(walk.terms, walk.subject);
      break;
    case 'solved':
      walk.isSolved = true;
      walk.isWaiting = false;
      endOpen(walk, ['firstResponse', 'nextResponse', 'resolution', 'carrier'], event.at);
      break;
    case 'reopened':
      reopen(walk, event.at);
      break;
    case 'incident.joined':
      walk.treatment = event.treatment;
      break;
    case 'incident.left':
      walk.treatment = 'run';
      break;
  }
  turnAll(walk, event.at);
}

function start(walk: Walk, target: Target, at: number, requestId: string | null = null): void {
  const course: Course = { target, requestId, startedAt: at, endedAt: null, noClock: null, stretches: [] };
  walk.courses.push(course);
  turn(walk, course, at);
}

/** A message waits for its answer. Those before the first answer wait for that one. */
function hear(walk: Walk, at: number): void {
  const isAwaited = walk.courses.some(
    ({ target, endedAt }) => endedAt === null && (target === 'firstResponse' || target === 'nextResponse'),
  );
  if (!isAwaited && !walk.isSolved) start(walk, 'nextResponse', at);
}

/** A request that comes to the carrier again goes on where it was. */
function beginCarrier(walk: Walk, requestId: string, at: number): void {
  walk.atCarrier.add(requestId);
  if (walk.isSolved) return;
  const known = walk.courses.find((course) => course.requestId === requestId);
  if (known) known.endedAt = null;
  else start(walk, 'carrier', at, requestId);
}

function endOpen(walk: Walk, targets: readonly Target[], at: number, requestId?: string): void {
  for (const course of walk.courses) {
    if (course.endedAt !== null || !targets.includes(course.target)) continue;
    if (requestId !== undefined && course.requestId !== requestId) continue;
    closeStretch(course, at);
    course.endedAt = at;
  }
}

/** The resolution goes on, and so does what is still at a carrier. */
function reopen(walk: Walk, at: number): void {
  if (!walk.isSolved) return;
  walk.isSolved = false;
  for (const course of walk.courses) {
    if (course.target !== 'resolution' || course.endedAt === null) continue;
    const promised = walk.promises.resolution;
    course.stretches.push({ from: course.endedAt, to: at, reason: 'solved', promised, isReopened: false });
    course.endedAt = null;
    turn(walk, course, at, true);
  }
  for (const requestId of walk.atCarrier) beginCarrier(walk, requestId, at);
}

function turnAll(walk: Walk, at: number): void {
  for (const course of walk.courses) {
    if (course.endedAt === null) turn(walk, course, at);
  }
}

/** Begins a new stretch if the reason or the promise is another one than before. */
function turn(walk: Walk, course: Course, at: number, isReopened = false): void {
  const reason = course.target === 'carrier' ? 'at-carrier' : reasonNow(walk);
  const promised = walk.promises[course.target];
  const last = course.stretches.at(-1);
  const isGoingOn = last?.to === Number.POSITIVE_INFINITY;
  if (isGoingOn && last.reason === reason && last.promised === promised) return;
  if (isGoingOn) last.to = at;
  course.stretches.push({ from: at, to: Number.POSITIVE_INFINITY, reason, promised, isReopened });
}

function closeStretch(course: Course, at: number): void {
  const last = course.stretches.at(-1);
  if (last?.to === Number.POSITIVE_INFINITY) last.to = at;
}

function reasonNow({ treatment, isWaiting, atCarrier }: Walk): Stretch['reason'] {
  if (treatment !== 'run') return 'incident';
  if (isWaiting) return 'waiting-for-subscriber';
  return atCarrier.size > 0 ? 'at-carrier' : 'at-work';
}

function noClockReason(walk: Walk, { target, stretches }: Course): NoClockReason | null {
  if (!walk.terms) return 'no-contract';
  if (walk.promises.excluded !== null) return 'excluded';
  if (!stretches.at(-1)?.promised) return 'no-target';
  return walk.treatment === 'exclude' && target !== 'carrier' ? 'incident' : null;
}
