import { namesOf } from '#db/control/queries/names.ts';
import type { ControlDb, TenantDb } from '#db/open.ts';
import {
  type CalendarVersionRow,
  type ContractVersionRow,
  listCalendars,
  listCalendarVersions,
  listContractVersions,
} from '#db/tenant/queries/sla.ts';
import { dateAt } from './wall-clock.ts';

type Reader = { db: TenantDb; control: ControlDb; now: Date };

/** Everything that clocks count by, with who made it and why. */
export async function readSlaPage({ db, control, now }: Reader) {
  const [calendars, versions, contracts] = [
    await listCalendars(db),
    await listCalendarVersions(db),
    await listContractVersions(db),
  ];
  const authors = [...versions, ...contracts].map(({ createdBy }) => createdBy);
  const names = await namesOf(control, authors);
  return {
    calendars: calendars.map((calendar) => {
      const own = versions.filter(({ calendarId }) => calendarId === calendar.id);
      return {
        ...calendar,
        current: currentOf(own, now) ?? null,
        versions: own.map((one) => signed(one, names)),
      };
    }),
    contracts: contracts.map((one) => signed(one, names)),
    contractId: currentContract(contracts, now)?.id ?? null,
  };
}

/** The hours that hold on the day `now` is in the calendar's zone; before its first day, the first. */
export function currentOf<V extends Pick<CalendarVersionRow, 'effectiveFrom' | 'hours'>>(
  versions: readonly V[],
  now: Date,
): V | undefined {
  return (
    versions.findLast(({ effectiveFrom, hours }) => effectiveFrom <= dateAt(now.getTime(), hours.timeZone)) ??
    versions[0]
  );
}

export function currentContract<V extends Pick<ContractVersionRow, 'effectiveFrom'>>(
  versions: readonly V[],
  now: Date,
): V | undefined {
  return versions.findLast(({ effectiveFrom }) => effectiveFrom <= now);
}

function signed<V extends { createdBy: string }>(version: V, names: Record<string, string>) {
  return { ...version, author: names[version.createdBy] ?? null };
}
