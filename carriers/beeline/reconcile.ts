import type { Evidence, Order, Reconciliation, SentWindow } from '../port.ts';
import { statusCall } from './changes.ts';
import type { Client } from './client.ts';
import { type Refusal, rejectionFailure } from './failures.ts';
import { fromWireTime } from './formats.ts';
import { readGoal } from './goal.ts';
import type { LineFinder } from './lines.ts';
import { matchRequest, readRequests, requestState } from './requests.ts';
import type { RequestRow } from './wire.ts';

/** Asks the carrier's own list first, then the line. A resend follows `absent`: every doubt is `unclear`. */
export async function reconcileChange(
  client: Client,
  findLine: LineFinder,
  order: Order,
  sent: SentWindow,
): Promise<Reconciliation> {
  const { settings } = client;
  const from = new Date(sent.after.getTime() - settings.clockSkewMs);
  const listed = await readRequests(client, from, new Date(client.now().getTime() + settings.clockSkewMs));
  if (!listed.ok) return couldNotAsk(listed);
  const recent = listed.value.items.filter((row) => isSince(client, row, from));
  const same = recent.filter((row) => matchRequest(settings, row, order) === 'same');
  const known = recognise(client, order, same, sent.after);
  if (known && known.type !== 'applied') return known;

  const goal = await readGoal(client, findLine, order);
  if (!goal.ok) return couldNotAsk(goal);
  if (known) {
    if (goal.value !== false) return known;
    return { type: 'unclear', evidence: { ...known.evidence, code: 'listed-but-not-shown' } };
  }
  if (goal.value) return { type: 'applied', evidence: { code: 'line-shows-it' } };
  const maybe = recent.find(
    (row) => matchRequest(settings, row, order) === 'maybe' && requestState(settings, row) !== 'refused',
  );
  if (maybe) return { type: 'unclear', evidence: listedAs(maybe, 'maybe-listed') };
  if (!listed.value.isComplete) return { type: 'unclear', evidence: { code: 'list-incomplete' } };
  return absence(client, sent.before);
}

/** What the requests that are surely this change say: an open one outweighs a done one, that one a refused one. */
function recognise(client: Client, order: Order, rows: RequestRow[], sentAt: Date): Reconciliation | null {
  const { settings } = client;
  const inState = (...states: string[]) => rows.find((row) => states.includes(requestState(settings, row)));
  const open = inState('pending', 'needs_human');
  if (open) {
    const ref = { id: open.requestId, submittedAt: sentAt.toISOString(), hint: statusCall(order.change) };
    return { type: 'accepted', ref, evidence: listedAs(open) };
  }
  const done = inState('completed');
  if (done) return { type: 'applied', evidence: listedAs(done) };
  const refused = inState('refused');
  if (!refused) return null;
  const failure = rejectionFailure(settings, refused.requestStatus ?? 'NULL', refused.requestComments);
  return { type: 'refused', failure };
}

function absence(client: Client, sentAt: Date): Reconciliation {
  const seconds = Math.floor((client.now().getTime() - sentAt.getTime()) / 1000);
  const evidence: Evidence = { code: 'nothing-shows-it', detail: String(seconds) };
  const isProven = client.now().getTime() >= sentAt.getTime() + client.settings.absenceProofAfterMs;
  return { type: isProven ? 'absent' : 'unclear', evidence };
}

/** The filter by period is the carrier's; its word is checked where a row bears a date. */
function isSince(client: Client, row: RequestRow, from: Date): boolean {
  const date = fromWireTime(row.requestDate, client.settings.utcOffsetMinutes);
  // Wire times are cut to whole seconds.
  return date === null || date.getTime() + 1000 > from.getTime();
}

function listedAs(row: RequestRow, code: Evidence['code'] = 'carrier-lists-it'): Evidence {
  return { code, detail: `${row.requestId} ${row.requestStatus ?? 'NULL'}` };
}

function couldNotAsk({ failure }: Refusal): Reconciliation {
  return { type: 'unclear', evidence: { code: 'could-not-ask', detail: failure.code } };
}
