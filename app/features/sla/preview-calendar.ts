import { can } from '#app/features/access/can.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { getCalendar, listCalendarVersions } from '#db/tenant/queries/sla.ts';
import { findCalendarFault } from './calendar.ts';
import type { CalendarInput, SlaDesk } from './change-calendar.ts';
import { compareRules, type RulesPreview } from './compare-rules.ts';
import { openHours } from './open-hours.ts';
import { readOpenCases } from './read-open-cases.ts';
import { readRules } from './read-rules.ts';
import type { SlaRefusal } from './sla-refusal.ts';

/** How many open cases would change state, or be due at another moment, by other hours. Writes nothing. */
export async function previewCalendar(
  { db, actor, now }: SlaDesk,
  id: string,
  { effectiveFrom, hours }: Pick<CalendarInput, 'effectiveFrom' | 'hours'>,
): Promise<Result<RulesPreview, SlaRefusal>> {
  if (!can(actor, 'sla:write')) return refuse({ code: 'forbidden', action: 'sla:write' });
  if (!(await getCalendar(db, id))) return refuse({ code: 'calendar-not-found' });
  const fault = findCalendarFault(hours);
  if (fault) return refuse(fault);
  const rules = await readRules(db);
  const kept = (await listCalendarVersions(db)).filter(
    (version) => version.calendarId === id && version.effectiveFrom !== effectiveFrom,
  );
  const changed = openHours([...kept, { effectiveFrom, hours }]);
  const calendars = new Map(rules.calendars).set(id, changed);
  const open = await readOpenCases(db, rules, now);
  return ok(compareRules(open, rules.calendars, { calendars }, now.getTime()));
}
