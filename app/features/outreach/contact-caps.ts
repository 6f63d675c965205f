import type { ContactLimits } from './contact-limits.ts';
import { type CalendarPeriod, nextPeriodStart } from './local-time.ts';
import type { OutreachChannel } from './outreach.ts';

/** What is counted together: a robot is a call, whatever is written is a message. */
export const cappedGroups = {
  calls: ['call', 'robot'],
  messages: ['email', 'sms', 'messenger'],
  meetings: ['meeting'],
} as const satisfies Partial<Record<keyof ContactLimits, OutreachChannel[]>>;
type CappedGroup = keyof typeof cappedGroups;
export type CapRule = `${CappedGroup}-${CalendarPeriod}`;

const dayMs = 86_400_000;
/** A rolling month is the longest there is. */
export const rollingMs = { day: dayMs, week: 7 * dayMs, month: 31 * dayMs } as const;

export function groupOf(channel: OutreachChannel): CappedGroup | null {
  const groups = Object.keys(cappedGroups) as CappedGroup[];
  return groups.find((group) => (cappedGroups[group] as readonly string[]).includes(channel)) ?? null;
}

/** From when each cap leaves room for one more, the longest period first; infinite where it never does. */
export function capsOf(
  limits: ContactLimits,
  channel: OutreachChannel,
  earlier: readonly number[],
  zones: readonly string[],
): { rule: CapRule; from: number }[] {
  const group = groupOf(channel);
  if (!group) return [];
  const caps: Partial<Record<CalendarPeriod, number>> = limits[group];
  const newestFirst = earlier.toSorted((a, b) => b - a);
  return (['month', 'week', 'day'] as const).flatMap((period) => {
    const cap = caps[period];
    if (cap === undefined) return [];
    return [{ rule: `${group}-${period}` as const, from: roomFrom(period, cap, newestFirst, zones) }];
  });
}

/**
 * With a cap of n there is room once the n-th newest attempt has left both the calendar period and the rolling
 * one. An attempt later than now, of a clock that was set back, is the newest and has left neither.
 */
function roomFrom(
  period: CalendarPeriod,
  cap: number,
  newestFirst: readonly number[],
  zones: readonly string[],
): number {
  if (cap === 0) return Number.POSITIVE_INFINITY;
  const last = newestFirst[cap - 1];
  if (last === undefined) return Number.NEGATIVE_INFINITY;
  const calendar = zones.map((zone) => nextPeriodStart(period, last, zone));
  return Math.max(last + rollingMs[period], ...calendar);
}
