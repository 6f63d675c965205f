/**
 * What a carrier said of a line's balance, the oldest first: on which day, counted from a date of the tenant's zone
 * (below 0: before it), and how much there was. A balance that did not change is said once.
 */
export type BalanceCourse = { days: number[]; kopecks: number[] };

const recentDays = 7;
const usualDays = 28;
/** Shorter than that nobody knows what is usual. */
const leastUsualDays = 14;
/** How far back a course must reach to tell how the balance falls. */
export const courseDays = recentDays + usualDays;

/**
 * How many times faster the balance fell in the week before a day than in the four weeks before that, a day's average
 * each; money that was paid in is no fall. `null`: not known for long enough, or it never fell. The day itself, and
 * whatever is later, is not looked at.
 */
export function balanceFallOf({ days, kopecks }: BalanceCourse, day: number): number | null {
  const recentFrom = day - recentDays;
  const usualFrom = Math.max(recentFrom - usualDays, days[0] ?? Number.POSITIVE_INFINITY);
  if (recentFrom - usualFrom < leastUsualDays) return null;
  let [recent, usual] = [0, 0];
  for (let place = 1; place < days.length; place++) {
    const on = days[place] ?? day;
    const fall = Math.max(0, (kopecks[place - 1] ?? 0) - (kopecks[place] ?? 0));
    if (on >= recentFrom && on < day) recent += fall;
    if (on >= usualFrom && on < recentFrom) usual += fall;
  }
  if (usual === 0) return null;
  return recent / recentDays / (usual / (recentFrom - usualFrom));
}
