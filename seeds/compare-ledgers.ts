import { and, eq, gte, inArray } from 'drizzle-orm';
import { isFinal, type Payload, type RequestState } from '#app/features/request/request.ts';
import type { Msisdn } from '#carriers/port.ts';
import type { CarrierSimulator, LedgerEntry } from '#carriers/simulation.ts';
import type { TenantDb } from '#db/open.ts';
import { requestEvents, requests } from '#db/tenant/schema/request.ts';
import { lineOptions, lines } from '#db/tenant/schema/subscriber.ts';

/** A fault of the desk as the carrier's own ledger shows it. */
export type Finding = {
  kind: 'lost' | 'duplicated' | 'mismatched' | 'unsettled';
  carrier: string;
  what: string;
};
export type Comparison = {
  carrier: string;
  counts: Partial<Record<RequestState, number>>;
  findings: Finding[];
};

type Settled = {
  id: string;
  number: number;
  state: RequestState;
  msisdn: string;
  payload: Payload;
  byHand: boolean;
};

/**
 * Compares what a tenant believes of its requests since `since` with what a simulated carrier applied.
 * Lost: acknowledged and not in the database. Duplicated: applied more often than asked for. Mismatched:
 * done but not applied, refused but applied, or a line that differs. Unsettled: neither ended nor with a person.
 */
export async function compareLedger(
  db: TenantDb,
  carrier: string,
  simulator: Pick<CarrierSimulator, 'ledger' | 'line'>,
  options: { since: Date; lines: boolean },
): Promise<Comparison> {
  const rows = await listSettled(db, carrier, options.since);
  const unsettled = rows
    .filter((row) => !isFinal(row.state) && row.state !== 'manual' && row.state !== 'draft')
    .map((row): Finding => ({ kind: 'unsettled', carrier, what: `request ${row.number} is ${row.state}` }));
  const findings = [...unsettled, ...compareChanges(carrier, rows, simulator.ledger())];
  if (options.lines) findings.push(...(await compareLines(db, carrier, rows, simulator)));
  return { carrier, counts: countStates(rows), findings };
}

/** Acknowledged requests that the database does not have. */
export async function listLost(db: TenantDb, acknowledged: string[]): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const id of acknowledged) {
    const [row] = await db.select({ id: requests.id }).from(requests).where(eq(requests.id, id)).limit(1);
    if (!row)
      findings.push({ kind: 'lost', carrier: 'any', what: `request ${id} was acknowledged and is gone` });
  }
  return findings;
}

async function listSettled(db: TenantDb, carrier: string, since: Date): Promise<Settled[]> {
  const rows = await db
    .select({
      id: requests.id,
      number: requests.number,
      state: requests.state,
      payload: requests.payload,
      msisdn: lines.msisdn,
      handled: requestEvents.version,
    })
    .from(requests)
    .innerJoin(lines, eq(lines.id, requests.lineId))
    .leftJoin(
      requestEvents,
      and(
        eq(requestEvents.requestId, requests.id),
        inArray(requestEvents.event, ['done-by-a-person', 'declined-by-a-person']),
      ),
    )
    .where(and(eq(requests.carrier, carrier), gte(requests.createdAt, since)));
  return rows.map(({ handled, ...row }) => ({ ...row, byHand: handled !== null }));
}

/** Pure: one finding for each line and change whose count at the carrier cannot come from its requests. */
export function compareChanges(carrier: string, rows: Settled[], ledger: readonly LedgerEntry[]): Finding[] {
  const asked = Map.groupBy(rows, (row) => changeKey(row.msisdn, row.payload));
  const applied = Map.groupBy(ledger, (entry) => changeKey(entry.msisdn, entry.change));
  return [...new Set([...asked.keys(), ...applied.keys()])].flatMap((key): Finding[] => {
    const own = asked.get(key) ?? [];
    const times = applied.get(key)?.length ?? 0;
    const done = own.filter((row) => row.state === 'done' && !row.byHand).length;
    const open = own.filter((row) => row.state === 'manual' || row.byHand).length;
    if (times > own.length)
      return [{ kind: 'duplicated', carrier, what: `${key}: applied ${times}, asked ${own.length}` }];
    if (times < done)
      return [{ kind: 'mismatched', carrier, what: `${key}: done ${done}, applied ${times}` }];
    if (times > done + open)
      return [{ kind: 'mismatched', carrier, what: `${key}: applied ${times}, done ${done}` }];
    return [];
  });
}

/** A ledger may not know what never crosses the wire, such as an e-mail, so only the visible target counts. */
function changeKey(msisdn: string, payload: Payload): string {
  const target =
    'optionCode' in payload ? payload.optionCode : 'tariffCode' in payload ? payload.tariffCode : '';
  return `${msisdn} ${payload.kind} ${target}`.trimEnd();
}

async function compareLines(
  db: TenantDb,
  carrier: string,
  rows: Settled[],
  simulator: Pick<CarrierSimulator, 'line'>,
): Promise<Finding[]> {
  const settled = rows.filter((row) => row.state === 'done').map((row) => row.msisdn);
  const findings: Finding[] = [];
  for (const msisdn of new Set(settled)) {
    const [line] = await db.select().from(lines).where(eq(lines.msisdn, msisdn)).limit(1);
    const truth = simulator.line(msisdn as Msisdn);
    if (!line || !truth) continue;
    const options = await db
      .select({ code: lineOptions.code })
      .from(lineOptions)
      .where(eq(lineOptions.lineId, line.id));
    const ours = describeLine(
      line.tariffCode,
      line.blockedBy,
      options.map((option) => option.code),
    );
    const theirs = describeLine(truth.tariffCode, truth.blocked, truth.optionCodes);
    if (ours !== theirs)
      findings.push({ kind: 'mismatched', carrier, what: `${msisdn}: here ${ours}, there ${theirs}` });
  }
  return findings;
}

function describeLine(tariff: string | null, blocked: string | null, options: string[]): string {
  return [tariff, blocked ? 'blocked' : 'open', ...options.toSorted()].join(' ');
}

function countStates(rows: Settled[]): Partial<Record<RequestState, number>> {
  const counts: Partial<Record<RequestState, number>> = {};
  for (const row of rows) counts[row.state] = (counts[row.state] ?? 0) + 1;
  return counts;
}
