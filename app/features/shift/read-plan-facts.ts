import { addDays } from '#app/features/sla/calendar-date.ts';
import { midnightOf } from '#app/features/sla/wall-clock.ts';
import { readRequirement } from '#app/features/staffing/read-requirement.ts';
import {
  getFirstTold,
  listAbsencesWithin,
  listChangedRules,
  listShiftsWithin,
  listTemplates,
  listToldWithin,
  listWishesWithin,
} from '#db/tenant/queries/shifts.ts';
import { rulesOf } from './labour-rules.ts';
import { periodStart } from './period-minutes.ts';
import type { Accounted, PlanFacts } from './plan-facts.ts';
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
    timeZone,
    requirement,
    templates,
    absences,
    wishes,
    rules: rulesOf(changed),
    people: people.flatMap(({ terms, ...person }) => (terms ? [{ ...person, terms }] : [])),
    shifts: shifts.filter(({ date }) => date >= from),
    earlier: shifts.filter(({ date }) => date < from),
    accounted: await readAccounted(
      desk,
      from,
      Math.max(0, ...people.map(({ terms }) => terms?.accountingMonths ?? 0)),
    ),
  };
  return { facts, people };
}

async function readAccounted(
  { db, timeZone }: Pick<ShiftDesk, 'db' | 'timeZone'>,
  from: string,
  months: number,
): Promise<Accounted> {
  const start = months > 0 ? periodStart(from, months) : from;
  const since = start < from ? await getFirstTold(db, { from: start, to: from }) : null;
  if (since === null) return { since, told: [], absences: [] };
  const at = (date: string) => new Date(midnightOf(date, timeZone));
  const [told, absences] = await Promise.all([
    listToldWithin(db, { from: start, to: from }),
    listAbsencesWithin(db, { from: at(start), to: at(from) }),
  ]);
  return { since, told, absences };
}
