import { isDeepStrictEqual } from 'node:util';
import type { KnownBase, LineRow, OptionRow, SubscriberRow } from '#db/tenant/queries/import.ts';
import { type Item, kindOfName } from './import-cells.ts';
import type { ImportedLine } from './import-row.ts';

/** What a stretch of an import changes. Rows are whole: they replace the row with the same id. */
export type ImportPlan = {
  subscribers: SubscriberRow[];
  lines: LineRow[];
  /** Lines whose options are replaced. */
  options: { lineId: string; rows: OptionRow[] }[];
  /** Subscribers under a new name: the terms of the old one go. */
  renamed: string[];
  /** Numbers that left a subscriber. */
  moved: { msisdn: string; subscriberId: string }[];
  counts: { created: number; updated: number; unchanged: number };
};
type Making = { now: Date; newId: () => string };

/** Decides what rows change in what is known. Numbers are different from each other. Pure. */
export function planImport(rows: readonly ImportedLine[], known: KnownBase, making: Making): ImportPlan {
  const plan: ImportPlan = {
    subscribers: [],
    lines: [],
    options: [],
    renamed: [],
    moved: [],
    counts: { created: 0, updated: 0, unchanged: 0 },
  };
  const owners = new Map(known.subscribers.map((owner) => [owner.contractNumber, owner]));
  const contractOf = new Map(known.subscribers.map((owner) => [owner.id, owner.contractNumber]));
  const lineOf = new Map(known.lines.map((line) => [line.msisdn, line]));
  const optionsOf = Map.groupBy(known.options, (option) => option.lineId);
  const changed = new Map<string, SubscriberRow>();
  for (const row of rows) {
    const line = lineOf.get(row.msisdn);
    const contract = row.contract ?? contractOf.get(line?.subscriberId ?? '') ?? row.msisdn.slice(1);
    const before = owners.get(contract);
    const owner = nextOwner(row, contract, before, making);
    const isOwnerChanged = !isDeepStrictEqual(owner, before);
    if (isOwnerChanged) changed.set(owner.id, owner);
    owners.set(contract, owner);
    if (before && before.name !== owner.name) plan.renamed.push(owner.id);
    const isLineChanged = planLine(plan, row, owner.id, line, making, optionsOf);
    const outcome = !line ? 'created' : isOwnerChanged || isLineChanged ? 'updated' : 'unchanged';
    plan.counts[outcome] += 1;
  }
  plan.subscribers = [...changed.values()];
  return plan;
}

function planLine(
  plan: ImportPlan,
  row: ImportedLine,
  ownerId: string,
  before: LineRow | undefined,
  making: Making,
  optionsOf: Map<string, OptionRow[]>,
): boolean {
  const next = nextLine(row, ownerId, before, making);
  const isChanged = !isDeepStrictEqual(next, before);
  if (isChanged) plan.lines.push(next);
  if (before && before.subscriberId !== ownerId) {
    plan.moved.push({ msisdn: before.msisdn, subscriberId: before.subscriberId });
  }
  const areOptionsChanged = planOptions(plan, next.id, row.options, optionsOf.get(next.id) ?? []);
  return isChanged || areOptionsChanged;
}

function nextOwner(
  row: ImportedLine,
  contract: string,
  before: SubscriberRow | undefined,
  { now, newId }: Making,
) {
  return {
    id: before?.id ?? newId(),
    kind: row.kind ?? before?.kind ?? kindOfName(row.name),
    name: row.name,
    contractNumber: contract,
    email: row.email ?? before?.email ?? null,
    postalAddress: row.postalAddress ?? before?.postalAddress ?? null,
    note: before?.note ?? null,
    timeZone: row.timeZone ?? before?.timeZone ?? null,
    createdAt: before?.createdAt ?? now,
  };
}

/** What the file says otherwise than the carrier did is no longer what the carrier said: `seenAt` goes. */
function nextLine(
  row: ImportedLine,
  subscriberId: string,
  before: LineRow | undefined,
  { now, newId }: Making,
): LineRow {
  const sameCarrier = before?.carrier === row.account.carrier;
  const next: LineRow = {
    id: before?.id ?? newId(),
    subscriberId,
    ownedSince: before && before.subscriberId !== subscriberId ? now : (before?.ownedSince ?? null),
    msisdn: row.msisdn,
    carrier: row.account.carrier,
    carrierAccountId: row.account.id,
    carrierLineId: sameCarrier ? before.carrierLineId : null,
    accountNumber: row.accountNumber ?? before?.accountNumber ?? null,
    tariffCode: row.tariff?.code ?? before?.tariffCode ?? null,
    tariffName: row.tariff?.name ?? before?.tariffName ?? null,
    blockedBy: before?.blockedBy ?? null,
    balanceKopecks: row.balanceKopecks ?? before?.balanceKopecks ?? null,
    iccid: sameCarrier ? before.iccid : null,
    seenAt: before?.seenAt ?? null,
    createdAt: before?.createdAt ?? now,
  };
  return isDeepStrictEqual(next, before) ? next : { ...next, seenAt: null };
}

function planOptions(
  plan: ImportPlan,
  lineId: string,
  items: Item[] | undefined,
  before: OptionRow[],
): boolean {
  if (!items) return false;
  const known = new Map(before.map((option) => [option.code, option]));
  const rows = items.map(({ code, name }) => {
    const option = known.get(code);
    return {
      lineId,
      code,
      name: name === code ? (option?.name ?? name) : name,
      since: option?.since ?? null,
    };
  });
  const isSame =
    rows.length === before.length && rows.every((row) => isDeepStrictEqual(row, known.get(row.code)));
  if (!isSame) plan.options.push({ lineId, rows });
  return !isSame;
}
