import type { Breach } from './shift-answer.ts';
import type { ShiftMeasures } from './shift-measures.ts';
import type { Minutes, ShiftPerson, ShiftProblem } from './shift-problem.ts';
import { weekSpans } from './week-spans.ts';

type Found = Omit<Breach, 'person'>;

/** Too many hours in a week or the horizon, too few, and too many weekends. Too few is always soft: leave is no crime. */
export function hoursBreaches(
  problem: ShiftProblem,
  person: ShiftPerson,
  measured: readonly ShiftMeasures[],
): Found[] {
  const { rules, weekdays, dayStarts } = problem;
  const beyond = (span: 'week' | 'period', at: number, counted: number, { min, max }: Minutes): Found[] => {
    const rule = rules[`${span}-hours`];
    const most = max + rule.value;
    if (counted > most) return [{ rule: `${span}-hours`, mode: rule.mode, at, found: counted, limit: most }];
    const tooFew = `fewest-${span}-hours` as const;
    return counted < min ? [{ rule: tooFew, mode: 'soft', at, found: counted, limit: min }] : [];
  };
  const weeks = weekSpans(problem).flatMap(({ fromDay, toDay, from }, week) => {
    const own = measured.filter(({ shift }) => shift.day >= fromDay && shift.day < toDay);
    const agreed = person.weekMinutes[week] ?? { min: 0, max: Number.POSITIVE_INFINITY };
    return beyond('week', from, sumOf(own), agreed);
  });
  const weekendOf = (day: number) => ((weekdays[day] ?? 1) >= 6 ? day - (weekdays[day] ?? 0) : null);
  const weekends = [...new Set(measured.map(({ shift }) => weekendOf(shift.day)))].filter(
    (weekend) => weekend !== null,
  );
  const mostWeekends = rules['weekends-worked'].value;
  const tooMany = weekends.slice(mostWeekends).map((weekend): Found => {
    const at = dayStarts[Math.max(0, weekend + 6)] ?? 0;
    return {
      rule: 'weekends-worked',
      mode: rules['weekends-worked'].mode,
      at,
      found: weekends.length,
      limit: mostWeekends,
    };
  });
  return [...weeks, ...beyond('period', 0, sumOf(measured), person.periodMinutes), ...tooMany];
}

const sumOf = (measured: readonly ShiftMeasures[]) => measured.reduce((sum, { counted }) => sum + counted, 0);
