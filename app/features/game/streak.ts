/** So many days off in a row leave a streak whole: two shifts out of four, a holiday, a day of illness. */
export const mostDaysOff = 3;

const dayMs = 86_400_000;

/**
 * On how many days somebody earned something without being away for longer than that, up to today. `days`: dates,
 * newest first. Nobody loses it for a day off, and nobody gains by coming in on one.
 */
export function streakOf(days: readonly string[], today: string): number {
  let next = today;
  let streak = 0;
  for (const day of days) {
    if (day > today) continue;
    const daysOff = (Date.parse(next) - Date.parse(day)) / dayMs - 1;
    if (daysOff > mostDaysOff) break;
    if (day !== next || streak === 0) streak += 1;
    next = day;
  }
  return streak;
}
