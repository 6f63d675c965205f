import { type CatalogueItem, type Order, ownFailure, type Preview, type Read } from '../port.ts';
import { dryRunCall } from './changes.ts';
import type { MtsClient, Refusal } from './client.ts';
import { faultOf } from './failures.ts';
import { readGoal } from './goal.ts';
import { readBlocks, readCard, readOptions, readTariffs, strongestBlock } from './reads.ts';
import type { MtsSettings } from './settings.ts';
import { readRequests } from './status.ts';
import { type RequestRow, referenceIn } from './wire.ts';

type Clock = { now(): Date; sleep(ms: number): Promise<void> };
type Known<T> = { ok: true; value: T } | Refusal;

/** Price, then the asynchronous dry run, polled to its end. Papers and SIM changes have no dry run. */
export async function previewChange(
  client: MtsClient,
  settings: MtsSettings,
  clock: Clock,
  order: Order,
): Promise<Read<Preview>> {
  const { kind } = order.change;
  if (kind === 'sim.replace' || kind === 'invoice.order' || kind === 'details.order') {
    const card = await readCard(client, order.msisdn);
    return card.ok ? { ok: true, value: previewOf(null, []) } : card;
  }
  const block = await blockToLift(client, settings, order);
  if (!block.ok) return block;
  const item = await pricedItem(client, settings, order);
  if (!item.ok) return item;
  const row = await dryRun(client, settings, clock, order, block.value);
  return row.ok ? { ok: true, value: previewOf(item.value, row.value.removes) } : row;
}

/** The code of the block to lift; an operator's block is refused here, before anything is sent. */
export async function blockToLift(
  client: MtsClient,
  settings: MtsSettings,
  { msisdn, change }: Order,
): Promise<Known<string | null>> {
  if (change.kind !== 'line.unblock') return { ok: true, value: null };
  const blocks = await readBlocks(client, msisdn);
  if (!blocks.ok) return blocks;
  const block = strongestBlock(settings, blocks.value);
  if (!block) return refusal('precondition_missing', 'not_blocked', 'The line is not blocked');
  if (block.by !== 'operator') return { ok: true, value: settings.blockCodes[block.by] };
  return refusal(
    'blocked_by_operator',
    'operator_block',
    'The operator set the block: the client cannot lift it',
  );
}

/** Submits the dry run and polls for its result: the row of the request list, or the reason against. */
export async function dryRun(
  client: MtsClient,
  settings: MtsSettings,
  { now, sleep }: Clock,
  order: Order,
  blockCode: string | null,
): Promise<Known<RequestRow>> {
  const call = dryRunCall(settings, order.msisdn, order.change, blockCode);
  if (!call) return refusal('invalid', 'no_dry_run', 'MTS has no dry run for this kind of change');
  const startedAt = now();
  const answer = await client.call(call);
  if (!answer.ok) return answer;
  const id = referenceIn(answer.body);
  if (!id) return refusal('not_ready', 'no_event_id', 'MTS started a dry run without naming it');
  for (const wait of settings.previewPollMs) {
    await sleep(wait);
    const rows = await readRequests(client, order.msisdn, startedAt, id);
    if (!rows.ok) return rows;
    const row = rows.value.find((entry) => entry.id === id);
    if (row?.status === 'Completed') return { ok: true, value: row };
    if (row?.status === 'Faulted') return { ok: false, failure: faultOf(row.errorCode) };
  }
  return refusal('not_ready', 'dry_run_in_progress', 'MTS has not finished the dry run yet');
}

/** The item as the catalogue of this very number prices it; `null` for changes that have no price there. */
async function pricedItem(
  client: MtsClient,
  settings: MtsSettings,
  order: Order,
): Promise<Known<CatalogueItem | null>> {
  const { change, msisdn } = order;
  if (change.kind !== 'option.connect' && change.kind !== 'tariff.change') return { ok: true, value: null };
  const isOption = change.kind === 'option.connect';
  const items = isOption ? await readOptions(client, msisdn) : await readTariffs(client, msisdn);
  if (!items.ok) return items;
  const wanted = isOption ? change.optionCode : change.tariffCode;
  const item = items.value.find(({ code }) => code === wanted);
  if (item) return { ok: true, value: item };
  const goal = await readGoal(client, settings, order);
  if (goal.ok && goal.value) return refusal('conflict_option', 'already_there', 'The line already has it');
  return refusal('not_found', 'not_offered', 'MTS does not offer it to this number');
}

function previewOf(item: CatalogueItem | null, drops: string[]): Preview {
  const { feeOnceKopecks = null, feeMonthKopecks = null } = item ?? {};
  return { feeNowKopecks: feeOnceKopecks, feeMonthKopecks, effectiveAt: null, adds: [], drops };
}

function refusal(...failure: Parameters<typeof ownFailure>): Refusal {
  return { ok: false, failure: ownFailure(...failure) };
}
