import { addDays } from '#app/features/sla/calendar-date.ts';
import { weekOf } from './season.ts';

/** A badge is named by its quest, and is had once in a day or a week. */
export const questBadge = (questId: string) => `quest:${questId}`;

/** The first day of a quest's period about a date, and the first after it. */
export function questSpan(per: 'day' | 'week', day: string): { from: string; until: string } {
  const from = per === 'day' ? day : weekOf(day);
  return { from, until: addDays(from, per === 'day' ? 1 : 7) };
}
