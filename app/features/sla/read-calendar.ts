import { type Actor, can } from '#app/features/access/can.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import type { ControlDb, TenantDb } from '#db/open.ts';
import type { CalendarHours, Period } from './calendar.ts';
import { currentOf, readSlaPage } from './read-sla-page.ts';
import { dateAt } from './wall-clock.ts';

type Reader = { db: TenantDb; control: ControlDb; actor: Actor; now: Date };

/** The zones a calendar may have, the Russian ones first. */
const timeZones = Intl.supportedValuesOf('timeZone').toSorted((a, b) => rank(a) - rank(b));

/** One calendar as it may be edited: the hours of its last version, from today on. */
export async function readCalendar(
  { db, control, actor, now }: Reader,
  id: string,
): Promise<Result<CalendarView, { code: 'calendar-not-found' }>> {
  const { calendars } = await readSlaPage({ db, control, now });
  const found = calendars.find((calendar) => calendar.id === id);
  const hours = found && currentOf(found.versions, now)?.hours;
  if (!found || !hours) return refuse({ code: 'calendar-not-found' });
  const given = { name: found.name, hours, effectiveFrom: dateAt(now.getTime(), hours.timeZone) };
  const versions = found.versions.map(({ id: key, effectiveFrom, reason, author, createdAt }) => ({
    id: key,
    effectiveFrom,
    reason,
    author,
    createdAt,
  }));
  return ok({ id, name: found.name, given, versions, timeZones, mayWrite: can(actor, 'sla:write') });
}

export type CalendarView = {
  /** `null`: it is not there yet. */
  id: string | null;
  name: string | null;
  given: { name: string; effectiveFrom: string; hours: CalendarHours };
  versions: { id: string; effectiveFrom: string; reason: string; author: string | null; createdAt: Date }[];
  timeZones: readonly string[];
  mayWrite: boolean;
};

/** What a new calendar begins with: five days from nine to six. */
export function newCalendarOf(timeZone: string, now: Date): CalendarView {
  const office: Period[] = [{ from: '09:00', to: '18:00' }];
  const hours = { timeZone, week: [office, office, office, office, office, [], []], specialDays: [] };
  const given = { name: '', effectiveFrom: dateAt(now.getTime(), timeZone), hours };
  return { id: null, name: null, given, versions: [], timeZones, mayWrite: true };
}

function rank(zone: string): number {
  const russian =
    /^(Europe\/(Moscow|Kaliningrad|Samara|Volgograd|Saratov|Ulyanovsk|Astrakhan|Kirov)|Asia\/(Yekaterinburg|Omsk|Novosibirsk|Krasnoyarsk|Irkutsk|Yakutsk|Vladivostok|Magadan|Kamchatka|Sakhalin))$/;
  return russian.test(zone) ? 0 : 1;
}
