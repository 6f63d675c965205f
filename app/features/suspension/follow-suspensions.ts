import type { DraftInput } from '#app/features/request/draft-request.ts';
import type { RequestRefusal } from '#app/features/request/request-refusal.ts';
import { dateAt } from '#app/features/sla/wall-clock.ts';
import type { Result } from '#app/platform/result.ts';
import { commit, type Statement } from '#db/commit.ts';
import type { ControlDb, TenantDb } from '#db/open.ts';
import { listOtherDebts } from '#db/tenant/queries/other-debts.ts';
import { getOfferRules } from '#db/tenant/queries/promises.ts';
import {
  getDebtFacts,
  getLastCredit,
  listOpenSuspensions,
  type SuspensionRow,
} from '#db/tenant/queries/suspensions.ts';
import { measureOrder } from './measure-order.ts';
import { callSuspensionReaction, changeSuspension, dropOthersOfLine } from './move-suspension.ts';
import { isOwedByOthers } from './other-debts.ts';
import { isHeld, isOverdue } from './overdue.ts';
import { proposeForOthers } from './propose-for-others.ts';
import { refusedOrder } from './refused-order.ts';
import { restoreTerm } from './restore-term.ts';
import { decideSuspension, nextStep, type SuspensionMove } from './suspension.ts';
import { settleTerm, tellOfTerm, warnBeforeMs } from './tell-of-term.ts';

/** `by`: in whose name; `worker` where no person decided it. Both do at most once what they are asked twice. */
export type Orders = {
  order(input: DraftInput, by: string): Promise<Result<{ id: string }, RequestRefusal>>;
  recall(requestId: string, reason: string): Promise<Result<unknown, RequestRefusal>>;
};
export type FollowDesk = { db: TenantDb; control: ControlDb; orders: Orders; now: Date; timeZone: string };
type Open = Awaited<ReturnType<typeof listOpenSuspensions>>[number];
/** What one look at a suspension did. `again`: the carrier could not be asked, or somebody was faster. */
type Looked = { type: 'settled' } | { type: 'moved' } | { type: 'again'; ms: number };

const mostSteps = 12;
const raceMs = 1000;

/**
 * Carries the suspensions of a receivable as far as they go now: orders, recalls, restores. Each step is decided
 * anew from what is stored, so that asked twice, or late, nothing is done twice. `againMs`: after how long it wants
 * to be asked again by itself. Null: there is no such receivable.
 */
export async function followSuspensions(
  desk: FollowDesk,
  receivableId: string,
): Promise<{ againMs: number | null } | null> {
  for (let step = 0; step < mostSteps; step++) {
    if (!(await getDebtFacts(desk.db, receivableId))) return null;
    const looked: Looked[] = [];
    for (const one of await listOpenSuspensions(desk.db, receivableId)) looked.push(await lookAt(desk, one));
    if (looked.some(({ type }) => type === 'moved')) continue;
    const waits = looked.flatMap((one) => (one.type === 'again' ? [one.ms] : []));
    return { againMs: waits.length > 0 ? Math.min(...waits) : null };
  }
  return { againMs: raceMs };
}

async function lookAt(desk: FollowDesk, { suspension, block, unblock }: Open): Promise<Looked> {
  await tellOfTerm(desk, suspension);
  const debt = await whatIsOwed(desk, suspension);
  const requests = { block: block?.state ?? null, unblock: unblock?.state ?? null };
  const { state, measure } = suspension;
  const step = nextStep(state, { measure, ...debt, ...requests });
  if (step.do === 'wait' && debt.isKept && suspension.why !== 'other-debt')
    return write(desk, suspension, { why: 'other-debt' });
  switch (step.do) {
    case 'wait':
      return { type: 'settled' };
    case 'move':
      return write(desk, suspension, ...(await moveOf(desk, suspension, step)));
    case 'cancel-block':
      return recallBlock(desk, suspension);
    case 'order-block':
      return order(desk, suspension, 'block');
    case 'order-unblock':
      return order(desk, suspension, 'unblock');
  }
}

/** `isKept`: its own debt is paid, and another that it stands for is not. */
async function whatIsOwed({ db, now, timeZone }: FollowDesk, row: SuspensionRow) {
  const debt = await getDebtFacts(db, row.receivableId);
  if (!debt) throw new Error(`The suspension ${row.id} is of no debt.`);
  const today = dateAt(now.getTime(), timeZone);
  const isOwed = isOverdue(debt, today);
  const isOwedElsewhere = !isOwed && isOwedByOthers(await listOtherDebts(db, row), row, today);
  const isStopping = row.state === 'confirmed' || row.state === 'suspended';
  return { isPaid: !isOwed && !isOwedElsewhere, isHeld: isHeld(debt), isKept: isOwedElsewhere && isStopping };
}

type Change = Parameters<typeof changeSuspension>[2];

async function moveOf(
  desk: FollowDesk,
  row: SuspensionRow,
  { move, why }: { move: SuspensionMove; why: string | null },
): Promise<[Change, Statement[]]> {
  const decided = decideSuspension(row.state, move, 'worker');
  if (!decided.ok) throw new Error(`The suspension ${row.id} was to "${move}" from "${row.state}".`);
  const state = { state: decided.to, why };
  if (move === 'conclude') return [{ ...state, suspendedAt: desk.now }, [dropOthersOfLine(desk.db, row)]];
  if (move === 'carry-out') return [{ ...state, suspendedAt: desk.now }, []];
  if (move === 'finish') return [{ ...state, restoredAt: desk.now }, settleTerm(desk.db, row, desk.now)];
  if (move !== 'restore') return [state, []];
  const terms = await termsOf(desk, row);
  return [{ ...state, ...terms }, remind(desk, row, terms.restoreBy)];
}

/** When it was paid and until when the line must work. */
async function termsOf({ db, now, timeZone }: FollowDesk, row: SuspensionRow) {
  const credit = await getLastCredit(db, row);
  const { restoreDays } = await getOfferRules(db, now);
  const paidOn = credit?.on ?? dateAt(now.getTime(), timeZone);
  return { paidAt: credit?.bookedAt ?? now, restoreBy: restoreTerm(paidOn, restoreDays, timeZone) };
}

/** A look a day before the term is over and one when it is. */
function remind({ db, now }: FollowDesk, row: SuspensionRow, restoreBy: Date): Statement[] {
  return [restoreBy.getTime() - warnBeforeMs, restoreBy.getTime()]
    .filter((at) => at > now.getTime())
    .map((at) => callSuspensionReaction(db, row.receivableId, { dueAt: new Date(at), now }));
}

async function write(
  desk: FollowDesk,
  row: SuspensionRow,
  set: Change,
  more: Statement[] = [],
): Promise<Looked> {
  const { db } = desk;
  const changes = [{ topic: 'receivable', id: row.receivableId }];
  const isOver = set.state === 'cancelled' || set.state === 'restored';
  const after = isOver ? await proposeForOthers(desk, row) : [];
  const written = await commit(db, [changeSuspension(db, row, set), ...more, ...after], changes);
  if (!written.ok) return { type: 'again', ms: raceMs };
  return { type: 'moved' };
}

async function recallBlock(desk: FollowDesk, row: SuspensionRow): Promise<Looked> {
  const { blockRequestId } = row;
  if (!blockRequestId) throw new Error(`The suspension ${row.id} has no request to take back.`);
  const recalled = await desk.orders.recall(blockRequestId, 'paid-before-suspension');
  return recalled.ok ? { type: 'moved' } : { type: 'again', ms: raceMs };
}

/** The form token names the suspension and what is asked for: the same order is never two requests. */
async function order(desk: FollowDesk, row: SuspensionRow, what: 'block' | 'unblock'): Promise<Looked> {
  const isBlock = what === 'block';
  const formToken = isBlock ? row.id : `${row.id}-${row.version}`;
  const payload = measureOrder(row.measure, what);
  const by = isBlock ? (row.decidedBy ?? 'worker') : 'worker';
  const ordered = await desk.orders.order({ lineId: row.lineId, payload, formToken }, by);
  if (ordered.ok) {
    const { id } = ordered.value;
    return write(
      desk,
      row,
      isBlock ? { blockRequestId: id, why: null } : { unblockRequestId: id, why: null },
    );
  }
  const next = refusedOrder(what, ordered.error);
  if (next.do === 'again') return { type: 'again', ms: next.ms };
  if (next.do === 'works-already') {
    const restored = { state: 'restored' as const, restoredAt: desk.now };
    return write(desk, row, restored, settleTerm(desk.db, row, desk.now));
  }
  if (next.do === 'give-up') return write(desk, row, { state: 'cancelled', why: next.why });
  if (row.why === next.why) return { type: 'again', ms: next.ms };
  return write(desk, row, { why: next.why });
}
