import { daysBetween } from '#app/features/sla/calendar-date.ts';
/** How old a debt is, by the days past its due date. */
export const buckets = ['current', '1-30', '31-60', '61-90', '90+'] as const;
export type Bucket = (typeof buckets)[number];

/** DPD: whole days since the oldest open due date. On the due date itself nothing is late yet: 0. */
export function daysPastDue(oldestDueOn: string | null, today: string): number {
  return oldestDueOn === null ? 0 : Math.max(0, daysBetween(oldestDueOn, today));
}

export function bucketOf(daysLate: number): Bucket {
  if (daysLate <= 0) return 'current';
  if (daysLate <= 30) return '1-30';
  if (daysLate <= 60) return '31-60';
  return daysLate <= 90 ? '61-90' : '90+';
}

/** What is open, kopecks, by the age of each charge. */
export function ageCharges(
  open: readonly { dueOn: string; openKopecks: number }[],
  today: string,
): Record<Bucket, number> {
  const aged: Record<Bucket, number> = { current: 0, '1-30': 0, '31-60': 0, '61-90': 0, '90+': 0 };
  for (const { dueOn, openKopecks } of open) aged[bucketOf(daysPastDue(dueOn, today))] += openKopecks;
  return aged;
}

/** Of what is open, the oldest due date, past or to come, and the first one from today on. */
export function dueDatesOf(
  open: readonly { dueOn: string }[],
  today: string,
): { oldestDueOn: string | null; nextDueOn: string | null } {
  const dates = open.map(({ dueOn }) => dueOn).toSorted();
  return { oldestDueOn: dates[0] ?? null, nextDueOn: dates.find((date) => date >= today) ?? null };
}

/** Receivables that went the same way, at two moments a month apart. */
export type Aged = {
  receivables: number;
  before: { bucket: Bucket; kopecks: number };
  after: { bucket: Bucket; kopecks: number };
};

/**
 * Roll rate of a bucket: what moved on to the next one, of what stood in it a month before. `null`: nothing stood
 * there, or there is no next one. Source: the usual measure of collections, roll rate = balance that moved to the
 * next bucket ÷ balance of the bucket a month before; a receivable that moved counts with at most what it owed then.
 */
export function rollRate(aged: readonly Aged[], bucket: Bucket): number | null {
  const next = buckets[buckets.indexOf(bucket) + 1];
  const stood = aged.filter(({ before }) => before.bucket === bucket);
  const all = stood.reduce((sum, { before }) => sum + before.kopecks, 0);
  if (!next || all === 0) return null;
  const moved = stood.filter(({ after }) => after.bucket === next);
  return moved.reduce((sum, { before, after }) => sum + Math.min(before.kopecks, after.kopecks), 0) / all;
}

/**
 * Cure rate of a bucket: accounts that are current again, of the accounts that stood in it a month before. Source:
 * the usual measure of collections, cure rate = accounts back to current ÷ accounts in the bucket. `null`: none stood
 * there, or it is the current one.
 */
export function cureRate(aged: readonly Aged[], bucket: Bucket): number | null {
  const stood = aged.filter(({ before }) => before.bucket === bucket);
  if (bucket === 'current' || stood.length === 0) return null;
  const count = (some: readonly Aged[]) => some.reduce((sum, { receivables }) => sum + receivables, 0);
  return count(stood.filter(({ after }) => after.bucket === 'current')) / count(stood);
}
