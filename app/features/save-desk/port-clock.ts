import { addDays, daysBetween } from '#app/features/sla/calendar-date.ts';
import type { LeavingWish } from './save-desk.ts';

/**
 * Days from the application at the other carrier to the earliest day on which a number may be ported, by whose it is.
 * Rules of porting in force since 7 April 2014; 29 days for companies were not confirmed for 2026
 * (https://interfax.ru/russia/344339; https://elista.mts.ru … /mnp for persons).
 */
export const portDays = { person: 8, company: 29 } as const;
/** So long after a port a number may not be ported again (media.mts.ru/internet/123907). */
const daysSincePort = 60;

/** The earliest date on which he may be gone: at once for a disconnection, else by the rules of porting. */
export function clockOf(
  { wish, appliedOn }: { wish: LeavingWish; appliedOn: string | null },
  owner: 'person' | 'company',
  today: string,
): string {
  return wish === 'disconnect' ? today : addDays(appliedOn ?? today, portDays[owner]);
}

export const portObstacles = ['debt', 'blocked', 'ported-lately'] as const;
export type PortObstacle = (typeof portObstacles)[number];

/**
 * What would make the other carrier's application fail, as far as we can see it. He is told so that he can set it
 * right; nothing of it is a reason to hold him. Same region and same personal data at both carriers we cannot see.
 */
export function obstaclesToPort(
  line: { overdueKopecks: number; balanceKopecks: number | null; isBlocked: boolean; oursSince: string },
  today: string,
): PortObstacle[] {
  const owes = line.overdueKopecks > 0 || (line.balanceKopecks ?? 0) < 0;
  const isNew = daysBetween(line.oursSince, today) <= daysSincePort;
  const has = { debt: owes, blocked: line.isBlocked, 'ported-lately': isNew };
  return portObstacles.filter((one) => has[one]);
}
