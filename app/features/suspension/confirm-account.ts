import { sql } from 'drizzle-orm';
import { can } from '#app/features/access/can.ts';
import { dateAt } from '#app/features/sla/wall-clock.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit, type Statement } from '#db/commit.ts';
import { textsIn } from '#db/json-rows.ts';
import type { TenantDb } from '#db/open.ts';
import { getDebtFacts, listProposals } from '#db/tenant/queries/suspensions.ts';
import { suspensions } from '#db/tenant/schema/ladder.ts';
import type { SuspensionDesk } from './decide-proposal.ts';
import { callSuspensionReaction } from './move-suspension.ts';
import { isHeld, isOverdue } from './overdue.ts';
import type { Measure } from './suspension.ts';
import type { SuspensionRefusal } from './suspension-refusal.ts';

/** `lines`: how many he saw. When it is another number by now, he has to look again. */
type AccountInput = { receivableId: string; measure: Measure; lines: number };
type Proposed = Awaited<ReturnType<typeof listProposals>>[number];

/**
 * A person says yes once for all lines of a debt: each of them is ordered by a request of its own. A line that does not
 * work by now is dropped, and says why.
 */
export async function confirmAccount(
  desk: SuspensionDesk,
  input: AccountInput,
): Promise<Result<{ confirmed: number; dropped: number }, SuspensionRefusal>> {
  const { db, actor, now, timeZone } = desk;
  const { receivableId } = input;
  if (!can(actor, 'debt:suspend')) return refuse({ code: 'forbidden', action: 'debt:suspend' });
  const proposed = await listProposals(db, input);
  if (proposed.length === 0) return refuse({ code: 'suspension-not-found' });
  if (proposed.length !== input.lines) return refuse({ code: 'conflict' });
  const debt = await getDebtFacts(db, receivableId);
  if (!debt || !isOverdue(debt, dateAt(now.getTime(), timeZone))) return refuse({ code: 'nothing-overdue' });
  if (isHeld(debt)) return refuse({ code: 'debt-held' });
  const [stopped, working] = [proposed.filter(isStopped), proposed.filter((one) => !isStopped(one))];
  const written = await commit(
    db,
    [
      confirm(db, working, { decidedBy: actor.userId, decidedAt: now }),
      ...stopped.map((one) => drop(db, one)),
      callSuspensionReaction(db, receivableId, { dueAt: now, now }),
    ],
    [{ topic: 'receivable', id: receivableId }],
  );
  if (!written.ok || written.results[0]?.rowsAffected !== working.length) return refuse({ code: 'conflict' });
  return ok({ confirmed: working.length, dropped: stopped.length });
}

/** A contract ends after a suspension: its line does not work then. */
function isStopped({ measure, blockedBy }: Proposed): boolean {
  return blockedBy !== null && measure !== 'ending';
}

const isProposed = sql`${suspensions.state} = 'proposed'`;
const version = sql`${suspensions.version} + 1`;

function confirm(
  db: TenantDb,
  rows: readonly Proposed[],
  decided: { decidedBy: string; decidedAt: Date },
): Statement {
  return db
    .update(suspensions)
    .set({ state: 'confirmed', version, ...decided })
    .where(sql`${suspensions.id} ${textsIn(rows.map(({ id }) => id))} and ${isProposed}`);
}

function drop(db: TenantDb, { id, blockedBy }: Proposed): Statement {
  const why = blockedBy === 'operator' ? 'blocked-by-operator' : 'line-blocked';
  return db
    .update(suspensions)
    .set({ state: 'cancelled', version, why })
    .where(sql`${suspensions.id} = ${id} and ${isProposed}`);
}
