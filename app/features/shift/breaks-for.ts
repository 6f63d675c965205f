import { clockOf } from './clock-of.ts';
import type { PlanTemplate } from './plan-facts.ts';
import type { BreakPlan, ShiftBreak, ShiftFacts } from './shift.ts';

type Times = Pick<ShiftFacts, 'startsAt' | 'endsAt' | 'templateId'>;

/** Up to four hours need no break by the rules of most houses (article 108); then half an hour, and a second from ten hours on. */
const usualBreaks: { from: number; breaks: BreakPlan[] }[] = [
  {
    from: 600,
    breaks: [
      { minutes: 30, isPaid: false, earliest: 180, latest: 300 },
      { minutes: 30, isPaid: false, earliest: 390, latest: 540 },
    ],
  },
  { from: 270, breaks: [{ minutes: 30, isPaid: false, earliest: 120, latest: 300 }] },
];

/**
 * The breaks of a shift that was put where it is by hand, and the template it is one of: those of a template as long, each in
 * the middle of its time.
 */
export function breaksFor(
  templates: readonly PlanTemplate[],
  shift: Times,
  timeZone: string,
): Pick<ShiftFacts, 'breaks' | 'templateId'> {
  const minutes = (shift.endsAt.getTime() - shift.startsAt.getTime()) / 60_000;
  const start = (clockOf(timeZone, shift.startsAt.getTime(), 1).halfHours[0] ?? 0) * 30;
  const asLong = templates.filter(({ presences }) => presences.some((one) => one.minutes === minutes));
  const fitting = asLong.filter(({ starts }) => starts.includes(start));
  const template = fitting.find(({ id }) => id === shift.templateId) ?? fitting[0];
  const source = (template ?? asLong[0])?.presences.find((one) => one.minutes === minutes)?.breaks;
  const plans = source ?? usualBreaks.find(({ from }) => minutes >= from)?.breaks ?? [];
  const length = minutes - 30;
  return {
    templateId: template?.id ?? null,
    breaks: plans.flatMap((plan) => layBreak(plan, shift.startsAt.getTime(), length)),
  };
}

function layBreak(
  { minutes, isPaid, earliest, latest }: BreakPlan,
  shiftStart: number,
  last: number,
): ShiftBreak[] {
  const middle = Math.floor((earliest + Math.min(latest, last)) / 60) * 30;
  const startsAt = shiftStart + middle * 60_000;
  return earliest <= last ? [{ startsAt, endsAt: startsAt + minutes * 60_000, isPaid }] : [];
}
