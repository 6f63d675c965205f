import { midnightOf } from '#app/features/sla/wall-clock.ts';
import type { TenantDb } from '#db/open.ts';
import { listReadings } from '#db/tenant/queries/balances.ts';
import type { BalanceCourse } from './balance-course.ts';

const dayMs = 86_400_000;

/**
 * How the balances of some receivables' lines went in the days before a date of the zone, by receivable. Days are
 * counted by the zone's offset on that date: where its clocks change, an hour of a night may count for its neighbour.
 */
export async function readCourses(
  db: TenantDb,
  receivableIds: readonly string[],
  { on, timeZone, days }: { on: string; timeZone: string; days: number },
): Promise<Map<string, BalanceCourse>> {
  const midnight = midnightOf(on, timeZone);
  const courses = new Map<string, BalanceCourse>();
  const since = new Date(midnight - days * dayMs);
  for (const { receivableId, at, kopecks } of await listReadings(db, receivableIds, since)) {
    const course = courses.get(receivableId) ?? { days: [], kopecks: [] };
    course.days.push(Math.floor((at - midnight) / dayMs));
    course.kopecks.push(kopecks);
    courses.set(receivableId, course);
  }
  return courses;
}
