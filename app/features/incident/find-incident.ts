import type { TenantDb } from '#db/open.ts';
import { type IncidentRow, listOpenIncidents, listOptionCodes } from '#db/tenant/queries/incidents.ts';
import { belongsTo } from './incident.ts';

/** The incident a case belongs to by what is known of it now; most of the time there is none. */
export async function findIncident(
  db: TenantDb,
  found: { carrier: string | null; topicId: string | null; subject: string; lineId: string | null },
): Promise<IncidentRow | null> {
  const lasting = await listOpenIncidents(db);
  if (lasting.length === 0) return null;
  const asksOptions = lasting.some(({ match }) => match.optionCode);
  const optionCodes = asksOptions && found.lineId ? await listOptionCodes(db, found.lineId) : [];
  return lasting.find(({ match }) => belongsTo(match, { ...found, optionCodes })) ?? null;
}
