import { weekdayOf } from '#app/features/sla/calendar.ts';
import { addDays, daysBetween } from '#app/features/sla/calendar-date.ts';
import { withCorrections } from '#app/features/workload/corrections.ts';
import { wallHalfHours } from '#app/features/workload/half-hours.ts';
import { isLive, partsOf, type WorkQueueKey } from '#app/features/workload/work-queue.ts';
import type { TenantDb } from '#db/open.ts';
import { listCorrections, listForecasts, listStaffingTerms } from '#db/tenant/queries/workload.ts';
import type { QueueLoad } from './need-of-queue.ts';
import { needOfSkill, type QueueNeed } from './need-of-skill.ts';
import { type Requirement, slotsOf } from './requirement.ts';
import { type StaffingTerms, usualTerms } from './terms.ts';

type Span = { from: string; to: string };

/**
 * How many are needed from the date `from` until before `to`, by what is foretold and corrected; no skills: nothing is
 * foretold. Whole weeks are reckoned from their Mondays, so that a date needs the same whatever span it is asked in.
 */
export async function readRequirement(db: TenantDb, timeZone: string, span: Span): Promise<Requirement> {
  const weeks = wholeWeeks(span);
  const { dates, dayStarts } = slotsOf(timeZone, weeks);
  const needs = await readNeeds(db, timeZone, { dates, dayStarts });
  const skills = [...new Set([...needs.keys()].map((queue) => partsOf(queue).carrier))].sort();
  const bounds = dayStarts.filter((_, day) => day % 7 === 0);
  const first = dayStarts[daysBetween(weeks.from, span.from)] ?? 0;
  const last = dayStarts[daysBetween(weeks.from, span.to)] ?? 0;
  const bySkillAndSlot = skills.map((skill) => {
    const own = [...needs].filter(([queue]) => partsOf(queue).carrier === skill);
    const of = (live: boolean) =>
      own.filter(([queue]) => isLive(partsOf(queue).channel) === live).map(([, need]) => need);
    return needOfSkill(of(true), of(false), bounds).slice(first, last);
  });
  return { skills, ...slotsOf(timeZone, span), bySkillAndSlot };
}

/**
 * What is foretold of each queue over some dates, with corrections, beside its terms. A queue whose terms want somebody
 * there is among them without a forecast.
 */
async function readNeeds(
  db: TenantDb,
  timeZone: string,
  { dates, dayStarts }: Pick<Requirement, 'dates' | 'dayStarts'>,
): Promise<Map<WorkQueueKey, QueueNeed>> {
  const span = { from: dates[0] ?? '', to: addDays(dates.at(-1) ?? '', 1) };
  const [forecasts, corrections, own] = await Promise.all([
    listForecasts(db, span),
    listCorrections(db, span),
    listStaffingTerms(db),
  ]);
  const terms = new Map(own.map((row) => [row.queue, row.terms]));
  const slots = dayStarts.at(-1) ?? 0;
  const needs = new Map<
    WorkQueueKey,
    { load: { contacts: number[]; handlingS: number[] }; terms: StaffingTerms }
  >();
  for (const row of own) if (row.terms.minimumAgents > 0) needs.set(row.queue, emptyNeed(row.terms, slots));
  for (const { queue, on, contacts, handlingS } of forecasts) {
    const known =
      needs.get(queue) ?? emptyNeed(terms.get(queue) ?? usualTerms[partsOf(queue).channel], slots);
    needs.set(queue, known);
    const wall = wallHalfHours(on, timeZone, contacts.length);
    const ofQueue = corrections.filter((one) => one.queue === queue);
    put(known.load, dayStarts[dates.indexOf(on)] ?? 0, {
      contacts: withCorrections(contacts, { on, wall }, ofQueue),
      handlingS,
    });
  }
  return needs;
}

function emptyNeed(terms: StaffingTerms, slots: number) {
  const load = {
    contacts: Array<number>(slots).fill(0),
    handlingS: Array<number>(slots).fill(terms.handlingS),
  };
  return { load, terms };
}

function put(load: { contacts: number[]; handlingS: number[] }, from: number, day: QueueLoad): void {
  for (const [place, value] of day.contacts.entries()) load.contacts[from + place] = value;
  for (const [place, value] of day.handlingS.entries()) load.handlingS[from + place] = value;
}

function wholeWeeks({ from, to }: Span): Span {
  const monday = addDays(from, 1 - weekdayOf(from));
  const days = Math.ceil(daysBetween(monday, to) / 7) * 7;
  return { from: monday, to: addDays(monday, days) };
}
