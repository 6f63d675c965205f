import type { TenantDb } from '#db/open.ts';
import { type IncidentRow, listOpenIncidents, listOptionCodes } from '#db/tenant/queries/incidents.ts';
import { belongsTo, type IncidentMatch } from './incident.ts';

type Found = { carrier: string | null; topicId: string | null; subject: string; lineId: string | null };

/** The incident a case belongs to by what is known of it now; most of the time there is none. */
export async function findIncident(db: TenantDb, found: Found): Promise<IncidentRow | null> {
  const [incident] = await findIncidents(db, [found]);
  return incident ?? null;
}

/** The same of many cases at once, in their order. */
export async function findIncidents(db: TenantDb, cases: readonly Found[]): Promise<(IncidentRow | null)[]> {
  const lasting = await listOpenIncidents(db);
  const wanted = lasting.map(({ match }) => match);
  const optionsOf = await readOptions(db, wanted, cases);
  return cases.map(
    (found) =>
      lasting.find(({ match }) => belongsTo(match, { ...found, optionCodes: optionsOf(found) })) ?? null,
  );
}

/** How to tell the options of each case's line; nothing is read when no match asks for them. */
export async function readOptions(
  db: TenantDb,
  matches: readonly IncidentMatch[],
  cases: readonly Pick<Found, 'lineId'>[],
): Promise<(found: Pick<Found, 'lineId'>) => readonly string[]> {
  if (!matches.some(({ optionCode }) => optionCode)) return () => [];
  const lineIds = new Set(cases.flatMap(({ lineId }) => (lineId ? [lineId] : [])));
  const codes = await listOptionCodes(db, [...lineIds]);
  return ({ lineId }) => (lineId && codes.get(lineId)) || [];
}
