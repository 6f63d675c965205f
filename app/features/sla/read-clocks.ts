import { clockEventsOf } from '#app/features/case/clock-events.ts';
import type { TenantDb } from '#db/open.ts';
import { listCaseFacts, listRequestFacts } from '#db/tenant/queries/sla.ts';
import { type ClockEvent, evaluateClock, type TargetClock } from './clock.ts';
import { type ContractVersion, versionFor } from './contract.ts';
import { type NearestTarget, nearestTarget } from './nearest-target.ts';
import { readRules, type SlaRules } from './read-rules.ts';

export type CaseClocks = { contract: ContractVersion | null; targets: TargetClock[] };

/** The nearest target of each case, by id; `null` where nothing is counted any more. */
export async function readNearest(
  db: TenantDb,
  caseIds: readonly string[],
  now: Date,
): Promise<Map<string, NearestTarget | null>> {
  const clocks = await readClocks(db, caseIds, now);
  return new Map([...clocks].map(([id, { targets }]) => [id, nearestTarget(targets)]));
}

/** Every clock of each case, by id, evaluated now from what is stored. */
export async function readClocks(
  db: TenantDb,
  caseIds: readonly string[],
  now: Date,
): Promise<Map<string, CaseClocks>> {
  const rules = await readRules(db);
  const events = await readClockEvents(db, caseIds);
  return new Map([...events].map(([id, own]) => [id, evaluateCase(own, rules, now)]));
}

/** The clocks' events of each case, by id. */
export async function readClockEvents(
  db: TenantDb,
  caseIds: readonly string[],
): Promise<Map<string, ClockEvent[]>> {
  const facts = Map.groupBy(await listCaseFacts(db, caseIds), ({ caseId }) => caseId);
  const requests = Map.groupBy(await listRequestFacts(db, caseIds), ({ caseId }) => caseId);
  return new Map(
    [...facts].map(([id, own]) => [
      id,
      clockEventsOf(own, requests.get(id) ?? [], own[0]?.kind ?? 'question'),
    ]),
  );
}

function evaluateCase(
  events: readonly ClockEvent[],
  { contracts, calendars }: SlaRules,
  now: Date,
): CaseClocks {
  const contract = contractOf(events, contracts, now);
  return { contract, ...evaluateClock(events, contract, calendars, now.getTime()) };
}

/** The version a case is measured by: a solved one keeps the one it was solved under. */
export function contractOf<V extends Pick<ContractVersion, 'effectiveFrom' | 'appliesTo'>>(
  events: readonly ClockEvent[],
  contracts: readonly V[],
  now: Date,
): V | null {
  const opened = events.find(({ type }) => type === 'opened');
  const ended = events.findLast(({ type }) => type === 'solved' || type === 'reopened');
  const until = ended?.type === 'solved' ? new Date(ended.at) : now;
  return opened ? versionFor(contracts, new Date(opened.at), until) : null;
}
