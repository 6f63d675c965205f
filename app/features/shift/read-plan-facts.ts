import { addDays } from '#app/features/sla/calendar-date.ts';
import { midnightOf } from '#app/features/sla/wall-clock.ts';
import { readRequirement } from '#app/features/staffing/read-requirement.ts';
import {
  listAbsencesWithin,
  listChangedRules,
  listShiftsWithin,
  listTemplates,
  listWishesWithin,
} from '#db/tenant/queries/shifts.ts';
import { rulesOf } from './labour-rules.ts';
import type { PlanFacts } from './plan-facts.ts';
import { readPeople, type ShiftPersonRow } from './read-people.ts';
import type { ShiftDesk } from './shift-desk.ts';

type Span = { from: string; to: string };
/** What came before a plan so long ago cannot bear on it. */
const lookBackDays = 21;

/** All that a plan of these dates is made from, and who its people are. */
export async function readPlanFacts(
  desk: Omit<ShiftDesk, 'actor'>,
  { from, to }: Span,
): Promise<{ facts: PlanFacts; people: ShiftPersonRow[] }> {
  const { db, timeZone } = desk;
  const requirement = await readRequirement(db, timeZone, { from, to });
  const people = await readPeople(desk, requirement.skills);
  const instants = {
    from: new Date(midnightOf(from, timeZone)),
    to: new Date(midnightOf(addDays(to, 2), timeZone)),
  };
  const [templates, changed, absences, wishes, shifts] = await Promise.all([
    listTemplates(db),
    listChangedRules(db),
    listAbsencesWithin(db, instants),
    listWishesWithin(db, { from, to }),
    listShiftsWithin(db, { from: addDays(from, -lookBackDays), to }),
  ]);
  const facts = {
    ...{ timeZone, requirement, templates, absences, wishes, rules: rulesOf(changed) },
    people: people.flatMap(({ terms, ...person }) => (terms ? [{ ...person, terms }] : [])),
    shifts: shifts.filter(({ date }) => date >= from),
    earlier: shifts.filter(({ date }) => date < from),
  };
  return { facts, people };
}
