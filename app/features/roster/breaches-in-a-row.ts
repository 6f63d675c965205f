import type { Breach } from './shift-answer.ts';
import type { ShiftMeasures } from './shift-measures.ts';
import type { ShiftPerson, ShiftProblem } from './shift-problem.ts';
import type { ShiftRuleKey } from './shift-rules.ts';

type Found = Omit<Breach, 'person'>;
const slotMinutes = 30;

/** What shifts break by following one another, those before the horizon too. */
export function breachesInARow(
  { rules }: ShiftProblem,
  { carryIn }: ShiftPerson,
  measured: readonly ShiftMeasures[],
): Found[] {
  const found: Found[] = [];
  const tell = (rule: ShiftRuleKey, at: number, is: number, limit: number) =>
    found.push({ rule, mode: rules[rule].mode, at, found: is, limit });
  let { lastEnd, nights, days } = carryIn;
  let lastDay = -1;
  for (const { shift, isNight } of measured) {
    const rest = lastEnd === null ? Number.POSITIVE_INFINITY : slotMinutes * (shift.start - lastEnd);
    const isShort = (rule: 'two-in-a-row' | 'rest-between') =>
      rules[rule].mode !== 'off' && rest < rules[rule].value;
    for (const rule of ['two-in-a-row', 'rest-between'] as const)
      if (isShort(rule)) tell(rule, shift.start, rest, rules[rule].value);
    if (shift.day === lastDay) tell('one-a-day', shift.start, 2, 1);
    const isNext = shift.day === lastDay + 1;
    if (shift.day > lastDay + 1) days = 0;
    if (!isNight || (!isNext && shift.day !== lastDay)) nights = 0;
    if (isNight) nights += 1;
    if (shift.day !== lastDay) days += 1;
    if (nights > rules['nights-in-a-row'].value && isNight)
      tell('nights-in-a-row', shift.start, nights, rules['nights-in-a-row'].value);
    if (days > rules['days-in-a-row'].value)
      tell('days-in-a-row', shift.start, days, rules['days-in-a-row'].value);
    lastEnd = shift.end;
    lastDay = shift.day;
  }
  return found;
}
