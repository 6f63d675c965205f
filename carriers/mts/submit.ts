import {
  type Connection,
  DialError,
  type Failure,
  type Order,
  ownFailure,
  type SubmitOutcome,
} from '../port.ts';
import { changeCall } from './changes.ts';
import type { MtsClient, Refusal } from './client.ts';
import { changeAfter } from './failures.ts';
import { readGoal } from './goal.ts';
import { blockToLift, dryRun } from './preview.ts';
import type { MtsCredentials, MtsSettings } from './settings.ts';
import { referenceIn } from './wire.ts';

type Own = Connection<MtsSettings, MtsCredentials>;

/** Sends the change once. What is not a certain no or a certain "never arrived" comes back as `unknown`. */
export async function submitChange(client: MtsClient, connection: Own, order: Order): Promise<SubmitOutcome> {
  const { settings, now } = connection;
  if (settings.packageLacks.includes(order.change.kind)) return { type: 'refused', failure: lacking };
  const block = await blockToLift(client, settings, order);
  if (!block.ok) return before(block);
  const { call, hint } = changeCall(settings, order.msisdn, order.change, block.value);
  const submittedAt = now().toISOString();
  const answer = await client.call(call);
  if (!answer.ok && answer.failure.code === '3003')
    return explainBusy(client, connection, order, block.value);
  if (!answer.ok) return after(answer);
  const id = referenceIn(answer.body);
  return id ? { type: 'accepted', ref: { id, submittedAt, hint } } : reReadLine(client, connection, order);
}

/**
 * 421/3003 says "temporarily unavailable" also when a prerequisite is missing. Nothing was applied either way;
 * the dry run tells the two apart.
 */
async function explainBusy(
  client: MtsClient,
  connection: Own,
  order: Order,
  blockCode: string | null,
): Promise<SubmitOutcome> {
  const tried = await afterwards(() => dryRun(client, connection.settings, connection, order, blockCode));
  if (
    tried &&
    !tried.ok &&
    changeAfter[tried.failure.class] === 'refused' &&
    tried.failure.code !== 'no_dry_run'
  ) {
    return { type: 'refused', failure: tried.failure };
  }
  const failure: Failure = { class: 'carrier_down', code: '3003', text: '' };
  return { type: 'unavailable', failure, retryAfterMs: connection.settings.throttleWaitMs };
}

/** A 2xx without an event id may have been applied silently, or never will be: only the line can tell. */
async function reReadLine(client: MtsClient, connection: Own, order: Order): Promise<SubmitOutcome> {
  for (const wait of connection.settings.reReadMs) {
    await connection.sleep(wait);
    const goal = await afterwards(() => readGoal(client, connection.settings, order));
    if (goal?.ok && goal.value) return { type: 'completed' };
  }
  const text = 'MTS answered without an event id and the line does not show the change';
  return { type: 'unknown', failure: ownFailure('unknown_outcome', 'no_event_id', text) };
}

/** After the change was sent, a read without an answer must not pass for a change that never left. */
async function afterwards<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof DialError) return null;
    throw error;
  }
}

const lacking = ownFailure(
  'not_in_package',
  'package',
  'The bought package leaves this kind of change to a person',
);

/** A refusal before anything was sent: a certain no, or a line that cannot be read now. */
function before({ failure, retryAfterMs }: Refusal): SubmitOutcome {
  if (changeAfter[failure.class] === 'refused') return { type: 'refused', failure };
  return { type: 'unavailable', failure, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
}

function after({ failure, retryAfterMs }: Refusal): SubmitOutcome {
  const type = changeAfter[failure.class];
  if (type !== 'unavailable') return { type, failure };
  return { type, failure, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
}
