import { eq } from 'drizzle-orm';
import { type Actor, can } from '#app/features/access/can.ts';
import { dateAt } from '#app/features/sla/wall-clock.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { getDebtFacts, getSuspension, type SuspensionRow } from '#db/tenant/queries/suspensions.ts';
import { lines } from '#db/tenant/schema/subscriber.ts';
import { callSuspensionReaction, changeSuspension } from './move-suspension.ts';
import { isHeld, isOverdue } from './overdue.ts';
import { decideSuspension } from './suspension.ts';
import type { SuspensionRefusal } from './suspension-refusal.ts';

export type SuspensionDesk = { db: TenantDb; actor: Actor; now: Date; timeZone: string };
/** `version`: the one that was looked at. */
type Proposal = { suspensionId: string; version: number };

/** A person says yes: the line is suspended by a request to its carrier, unless money comes first. */
export async function confirmSuspension(
  desk: SuspensionDesk,
  input: Proposal,
): Promise<Result<null, SuspensionRefusal>> {
  const { db, now } = desk;
  const found = await findProposal(desk, input, 'confirm');
  if (!found.ok) return found;
  const fault = await faultOf(desk, found.value);
  if (fault) return refuse(fault);
  const decided = { state: 'confirmed' as const, decidedBy: desk.actor.userId, decidedAt: now };
  const written = await commit(
    db,
    [
      changeSuspension(db, found.value, decided),
      callSuspensionReaction(db, found.value.receivableId, { dueAt: now, now }),
    ],
    [{ topic: 'receivable', id: found.value.receivableId }],
  );
  return written.ok && written.results[0]?.rowsAffected === 1 ? ok(null) : refuse({ code: 'conflict' });
}

/** The same for several that he has looked at; each is answered by itself. */
export async function confirmSuspensions(desk: SuspensionDesk, proposals: readonly Proposal[]) {
  const refused: { suspensionId: string; code: SuspensionRefusal['code'] }[] = [];
  for (const proposal of proposals) {
    const { suspensionId } = proposal;
    const confirmed = await confirmSuspension(desk, proposal);
    if (!confirmed.ok) refused.push({ suspensionId, code: confirmed.error.code });
  }
  return { confirmed: proposals.length - refused.length, refused };
}

/** A person says no, and why. */
export async function declineSuspension(
  desk: SuspensionDesk,
  input: Proposal & { why: string },
): Promise<Result<null, SuspensionRefusal>> {
  const { db, now, actor } = desk;
  const found = await findProposal(desk, input, 'decline');
  if (!found.ok) return found;
  const decided = { state: 'declined' as const, decidedBy: actor.userId, decidedAt: now, why: input.why };
  const written = await commit(
    db,
    [changeSuspension(db, found.value, decided)],
    [{ topic: 'receivable', id: found.value.receivableId }],
  );
  return written.ok && written.results[0]?.rowsAffected === 1 ? ok(null) : refuse({ code: 'conflict' });
}

async function findProposal(
  { db, actor }: SuspensionDesk,
  { suspensionId, version }: Proposal,
  move: 'confirm' | 'decline',
): Promise<Result<SuspensionRow, SuspensionRefusal>> {
  if (!can(actor, 'debt:suspend')) return refuse({ code: 'forbidden', action: 'debt:suspend' });
  const row = await getSuspension(db, suspensionId);
  if (!row) return refuse({ code: 'suspension-not-found' });
  const decided = decideSuspension(row.state, move, 'person');
  if (!decided.ok) return decided;
  return row.version === version ? ok(row) : refuse({ code: 'conflict' });
}

async function faultOf(
  { db, now, timeZone }: SuspensionDesk,
  { lineId, receivableId, measure }: SuspensionRow,
): Promise<SuspensionRefusal | null> {
  const [line] = await db.select({ by: lines.blockedBy }).from(lines).where(eq(lines.id, lineId));
  // A contract ends after a suspension: its line does not work then.
  if (line?.by && measure !== 'ending') return { code: 'line-blocked', by: line.by };
  const debt = await getDebtFacts(db, receivableId);
  if (!debt || !isOverdue(debt, dateAt(now.getTime(), timeZone))) return { code: 'nothing-overdue' };
  return isHeld(debt) ? { code: 'debt-held' } : null;
}
