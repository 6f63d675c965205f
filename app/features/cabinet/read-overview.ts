import { concernsLine } from '#app/features/incident/incident.ts';
import { dateAt } from '#app/features/sla/wall-clock.ts';
import type { TenantDb } from '#db/open.ts';
import { listOwnCases, listOwnReceivables, listOwnRequests } from '#db/tenant/queries/cabinet-pages.ts';
import { listOpenIncidents, listOptionCodes } from '#db/tenant/queries/incidents.ts';
import { type LineRow, listLinesOfSubscriber } from '#db/tenant/queries/lines.ts';
import { endedStates } from './plain-states.ts';

type Viewer = { db: TenantDb; open: { subscriberId: string }; tenant: { timeZone: string } };

/** What a subscriber sees first: his lines, what he owes, what goes on. */
export async function readOverview({ db, open, tenant }: Viewer, now: Date) {
  const { subscriberId } = open;
  const own = await listLinesOfSubscriber(db, subscriberId);
  const debts = await listOwnReceivables(db, subscriberId);
  const cases = await listOwnCases(db, subscriberId);
  const requests = await listOwnRequests(db, subscriberId);
  const heldBy = new Set(cases.flatMap(({ incidentId }) => incidentId ?? []));
  return {
    lines: own.map(shownLine),
    debts,
    today: dateAt(now.getTime(), tenant.timeZone),
    troubles: await listTroubles(db, own, heldBy),
    openCases: cases.filter(({ state }) => state !== 'closed').slice(0, 3),
    openRequests: requests.filter(({ state }) => !endedStates.includes(state)).slice(0, 3),
  };
}
export type Overview = Awaited<ReturnType<typeof readOverview>>;

function shownLine(line: LineRow) {
  const { id, msisdn, carrier, tariffName, blockedBy, balanceKopecks, seenAt } = line;
  return { id, msisdn, carrier, tariffName, blockedBy, balanceKopecks, seenAt };
}

/** Troubles that last and concern one of his lines, or hold a case of his. */
async function listTroubles(db: TenantDb, own: readonly LineRow[], heldBy: ReadonlySet<string>) {
  const lasting = await listOpenIncidents(db);
  if (lasting.length === 0) return [];
  const codes = await listOptionCodes(
    db,
    own.map(({ id }) => id),
  );
  const isHis = (match: (typeof lasting)[number]['match']) =>
    own.some(({ id, carrier }) => concernsLine(match, { carrier, optionCodes: codes.get(id) ?? [] }));
  return lasting
    .filter(({ id, match }) => heldBy.has(id) || isHis(match))
    .map(({ id, banner, startedAt }) => ({ id, banner, startedAt }));
}
