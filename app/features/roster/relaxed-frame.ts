import { hoursCost } from './hours-costs.ts';
import type { ShiftBoard } from './shift-board.ts';
import { countedPinned } from './walk-person.ts';
import type { WeekFrame } from './week-frame.ts';

const none = Number.POSITIVE_INFINITY;

/** The week without what ties it to the others: only the first knows what came before, only the last where the horizon ends. */
export function relaxedFrame(board: ShiftBoard, person: number, week: number): WeekFrame {
  const { problem, weeks, people } = board;
  const walker = people[person];
  const span = weeks[week] ?? { fromDay: 0, toDay: 0, from: 0, to: 0 };
  const { rules } = problem;
  const own = problem.people[person];
  const lastEnd = (week === 0 ? own?.carryIn.lastEnd : null) ?? Number.NEGATIVE_INFINITY;
  const hard = (rule: 'two-in-a-row' | 'rest-between') =>
    rules[rule].mode === 'hard' ? rules[rule].value / 30 : 0;
  const rest = Math.max(hard('two-in-a-row'), hard('rest-between'));
  const isLast = week === weeks.length - 1;
  const agreed = own?.weekMinutes[week] ?? { min: 0, max: none };
  const hours = rules['week-hours'];
  const unit = walker?.unit ?? 1;
  const longest = (walker?.longest ?? 0) * (span.toDay - span.fromDay);
  const kept = walker ? countedPinned(walker, span.fromDay, span.toDay) : 0;
  const firm = Math.max(kept, (agreed.max + hours.value) / 30);
  const most = hours.mode === 'hard' ? Math.min(longest, firm) : longest;
  return {
    ...span,
    earliest: Math.max(span.from, lastEnd + rest),
    latestEnd: none,
    restFrom: Math.max(span.from, lastEnd),
    restTo: isLast ? span.to : none,
    isEmptyRested: true,
    hasRest:
      rules['weekly-rest'].mode === 'off' ||
      problem.weekdays[span.toDay - 1] !== 7 ||
      (week === 0 && own?.carryIn.hasWeeklyRest === true),
    noRestCost: rules['weekly-rest'].mode === 'hard' ? none : 0,
    longRest: rules['weekly-rest'].value / 30,
    rest,
    softRest: 0,
    softRestCost: 0,
    hoursCost: Float64Array.from({ length: Math.floor(most / unit) + 1 }, (_, place) =>
      hoursCost(hours, place * unit, place * unit, agreed),
    ),
    weekendCost: 0,
    before: { nights: 0, days: 0 },
    after: { nights: 0, days: 0 },
  };
}
