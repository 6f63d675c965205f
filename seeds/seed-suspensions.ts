import { and, asc, eq, inArray } from 'drizzle-orm';
import { firstRules } from '#app/features/promise/offer-limits.ts';
import { dateAt } from '#app/features/sla/wall-clock.ts';
import { restoreTerm } from '#app/features/suspension/restore-term.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { suspensions } from '#db/tenant/schema/ladder.ts';
import { receivables } from '#db/tenant/schema/receivable.ts';
import { requests } from '#db/tenant/schema/request.ts';
import { lines } from '#db/tenant/schema/subscriber.ts';
import { planId, type TenantPlan } from './plan.ts';
import type { DebtPeople, Overdue } from './seed-promises.ts';

const proposals = 6;
const hourMs = 3_600_000;
/** What had been owed for a line that came back: the history of requests does not tell it. */
const paidDebtKopecks = 150_000;

/** Proposals for a lead, and what the history of requests tells of lines that were blocked and came back. */
export async function seedSuspensions(
  db: TenantDb,
  plan: TenantPlan,
  people: DebtPeople,
  overdue: readonly Overdue[],
  now: Date,
): Promise<void> {
  const working = await listWorkingLines(db, overdue);
  const proposed = overdue
    .flatMap(({ id, lineId, balanceKopecks }) =>
      lineId && working.has(lineId) ? [{ receivableId: id, lineId, debtKopecks: balanceKopecks }] : [],
    )
    .slice(0, proposals)
    .map((debt, index) => ({
      id: planId(plan, 'suspension', now, index),
      ...debt,
      state: 'proposed' as const,
      version: 1,
      proposedAt: new Date(now.getTime() - (index + 2) * hourMs),
    }));
  const told = (await listBlocks(db)).map((row, index) =>
    toldSuspension(plan, people, row, index + proposals),
  );
  const rows = [...proposed, ...told];
  if (rows.length === 0) return;
  await commit(
    db,
    rows.map((row) => db.insert(suspensions).values(row).onConflictDoNothing()),
  );
}

async function listWorkingLines(db: TenantDb, overdue: readonly Overdue[]): Promise<Set<string>> {
  const ids = overdue.flatMap(({ lineId }) => lineId ?? []);
  const rows = await db
    .select({ id: lines.id, blockedBy: lines.blockedBy })
    .from(lines)
    .where(inArray(lines.id, ids));
  return new Set(rows.filter(({ blockedBy }) => blockedBy === null).map(({ id }) => id));
}

type Block = { receivableId: string; lineId: string; debtKopecks: number; block: Done; unblock: Done | null };
type Done = { id: string; at: Date; by: string };

/** Lines of debtors whose last block is in the books, with the unblocking after it. */
async function listBlocks(db: TenantDb): Promise<Block[]> {
  const rows = await db
    .select({
      request: requests,
      receivableId: receivables.id,
      balanceKopecks: receivables.balanceKopecks,
      blockedBy: lines.blockedBy,
    })
    .from(requests)
    .innerJoin(receivables, eq(receivables.lineId, requests.lineId))
    .innerJoin(lines, eq(lines.id, requests.lineId))
    .where(and(eq(requests.subject, 'block'), eq(requests.state, 'done')))
    .orderBy(asc(requests.changedAt));
  const byLine = Map.groupBy(rows, ({ request }) => request.lineId);
  return [...byLine.values()].flatMap((all) => {
    const block = all.findLast(({ request }) => request.kind === 'line.block');
    if (!block) return [];
    const { request, receivableId, balanceKopecks, blockedBy } = block;
    const after = all.find(
      (one) => one.request.kind === 'line.unblock' && one.request.changedAt > request.changedAt,
    );
    if (!after && (blockedBy !== 'wish' || balanceKopecks <= 0)) return [];
    return [
      {
        receivableId,
        lineId: request.lineId,
        debtKopecks: after ? paidDebtKopecks : balanceKopecks,
        block: doneOf(request),
        unblock: after ? doneOf(after.request) : null,
      },
    ];
  });
}

function doneOf({ id, changedAt, createdBy }: typeof requests.$inferSelect): Done {
  return { id, at: changedAt, by: createdBy };
}

function toldSuspension(plan: TenantPlan, { leadId }: DebtPeople, row: Block, index: number) {
  const { receivableId, lineId, debtKopecks, block, unblock } = row;
  const decidedAt = new Date(block.at.getTime() - hourMs);
  const paidAt = unblock ? new Date(unblock.at.getTime() - 5 * hourMs) : null;
  const paidOn = paidAt && dateAt(paidAt.getTime(), plan.timeZone);
  const restoreBy = paidOn ? restoreTerm(paidOn, firstRules.restoreDays, plan.timeZone) : null;
  return {
    id: planId(plan, 'suspension', block.at, index),
    receivableId,
    lineId,
    debtKopecks,
    version: unblock ? 5 : 3,
    state: unblock ? ('restored' as const) : ('suspended' as const),
    decidedBy: leadId,
    decidedAt,
    proposedAt: new Date(decidedAt.getTime() - 6 * hourMs),
    blockRequestId: block.id,
    suspendedAt: block.at,
    paidAt,
    restoreBy,
    unblockRequestId: unblock?.id ?? null,
    restoredAt: unblock?.at ?? null,
  };
}
