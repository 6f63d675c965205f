import type { TenantDb } from '#db/open.ts';
import { listCalendarVersions, listContractVersions, readRulesStamp } from '#db/tenant/queries/sla.ts';
import type { CalendarVersion } from './calendar.ts';
import type { Calendars } from './clock.ts';
import type { ContractVersion } from './contract.ts';
import { openHours } from './open-hours.ts';

export type SlaRules = { contracts: readonly ContractVersion[]; calendars: Calendars };

const kept = new WeakMap<TenantDb, { stamp: string; rules: SlaRules }>();

/** A client company's contract and calendars. The calendars are compiled once and kept until one changes. */
export async function readRules(db: TenantDb): Promise<SlaRules> {
  const stamp = await readRulesStamp(db);
  const known = kept.get(db);
  if (known?.stamp === stamp) return known.rules;
  const contracts = await listContractVersions(db);
  const rules = { contracts, calendars: compileCalendars(await listCalendarVersions(db)) };
  kept.set(db, { stamp, rules });
  return rules;
}

function compileCalendars(versions: readonly (CalendarVersion & { calendarId: string })[]): Calendars {
  const byCalendar = Map.groupBy(versions, ({ calendarId }) => calendarId);
  return new Map([...byCalendar].map(([id, own]) => [id, openHours(own)]));
}
