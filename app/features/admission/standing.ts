import type { AdmissionTest } from './admission.ts';

/** A pass as it was given. `takenAt`: when its attempt began, so what he knew then. */
export type Pass = { takenAt: Date; validUntil: Date };
/** An article behind questions of the test was published anew. `countsFrom`: since when the test asks about it, or later. */
export type ArticleChange = { articleId: string; title: string; publishedAt: Date; countsFrom: Date };
export type PastAttempt = { id: string; deadlineAt: Date; closedAt: Date | null; isPassed: boolean };

/** Why a pass ends: its term, or an article that is not what it was. */
export type PassEnd = { at: Date; change: ArticleChange | null };
export type Standing = {
  pass: { state: 'none' } | { state: 'valid' | 'over'; end: PassEnd };
  next:
    | { can: 'start' }
    | { can: 'continue'; attemptId: string }
    | { can: 'wait'; until: Date }
    /** Nothing has to be done before `from`; `null`: nothing at all. */
    | { can: 'rest'; from: Date | null };
};

/** So long before its term a pass can be renewed, ms. */
export const renewalMs = 14 * 86_400_000;
const dayMs = 86_400_000;
const hourMs = 3_600_000;

type Known = {
  test: Pick<AdmissionTest, 'graceDays' | 'coolOffHours' | 'isOn'>;
  passes: readonly Pass[];
  /** Oldest first. */
  attempts: readonly PastAttempt[];
  changes: readonly ArticleChange[];
  now: Date;
};

/** Where a person stands with one test: whether he is admitted, until when, and what he can do about it. */
export function standingOf({ test, passes, attempts, changes, now }: Known): Standing {
  const end = lastEnd(passes, changes, test.graceDays);
  const pass: Standing['pass'] = end ? { state: now < end.at ? 'valid' : 'over', end } : { state: 'none' };
  return { pass, next: nextOf({ test, attempts, now }, pass) };
}

/** When a pass ends: at its term, or a grace after the first article behind it changed. */
export function endOf(
  { takenAt, validUntil }: Pass,
  changes: readonly ArticleChange[],
  graceDays: number,
): PassEnd {
  const dueAt = ({ countsFrom }: ArticleChange) => new Date(countsFrom.getTime() + graceDays * dayMs);
  const later = changes.filter(({ publishedAt }) => publishedAt > takenAt);
  const [first] = later.toSorted((a, b) => dueAt(a).getTime() - dueAt(b).getTime());
  if (!first || dueAt(first) >= validUntil) return { at: validUntil, change: null };
  return { at: dueAt(first), change: first };
}

function lastEnd(
  passes: readonly Pass[],
  changes: readonly ArticleChange[],
  graceDays: number,
): PassEnd | undefined {
  const ends = passes.map((pass) => endOf(pass, changes, graceDays));
  return ends.toSorted((a, b) => b.at.getTime() - a.at.getTime())[0];
}

function nextOf(
  { test, attempts, now }: Pick<Known, 'test' | 'attempts' | 'now'>,
  pass: Standing['pass'],
): Standing['next'] {
  if (!test.isOn) return { can: 'rest', from: null };
  const last = attempts.at(-1);
  if (last && last.closedAt === null && now <= last.deadlineAt)
    return { can: 'continue', attemptId: last.id };
  const from = pass.state === 'valid' ? renewalFrom(pass.end, now) : now;
  if (now < from) return { can: 'rest', from };
  const until = last && !last.isPassed ? coolOffEnd(last, test.coolOffHours) : now;
  return now < until ? { can: 'wait', until } : { can: 'start' };
}

function renewalFrom({ at, change }: PassEnd, now: Date): Date {
  return change ? now : new Date(at.getTime() - renewalMs);
}

/** Time that ran out was over at the deadline, whenever that was noticed. */
function coolOffEnd({ closedAt, deadlineAt }: PastAttempt, hours: number): Date {
  return new Date((closedAt ?? deadlineAt).getTime() + hours * hourMs);
}
