import { and, asc, count, desc, eq, inArray, isNull, lt, not, notInArray, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { endedStates } from '#app/features/suspension/suspension.ts';
import { textsIn } from '../../json-rows.ts';
import type { TenantDb } from '../../open.ts';
import { instalmentPlans, promises, suspensions } from '../schema/ladder.ts';
import { billingAccounts, debtDisputes, journalEntries, receivables } from '../schema/receivable.ts';
import { requests } from '../schema/request.ts';
import { lines, subscribers } from '../schema/subscriber.ts';
import { bearsUpon } from './other-debts.ts';

export type SuspensionRow = typeof suspensions.$inferSelect;

const mostListed = 200;
const owing = alias(receivables, 'owing');
const blocks = alias(requests, 'blocks');
const unblocks = alias(requests, 'unblocks');
const whole = {
  suspension: suspensions,
  block: { number: blocks.number, state: blocks.state, failure: blocks.failure },
  unblock: { number: unblocks.number, state: unblocks.state, failure: unblocks.failure },
};

export async function getSuspension(db: TenantDb, id: string): Promise<SuspensionRow | null> {
  const [row] = await db.select().from(suspensions).where(eq(suspensions.id, id));
  return row ?? null;
}

/** Those that are not over and that a debt bears upon, each with how far its requests are. */
export function listOpenSuspensions(db: TenantDb, receivableId: string) {
  const isOpen = notInArray(suspensions.state, [...endedStates]);
  return db
    .select(whole)
    .from(suspensions)
    .leftJoin(blocks, eq(blocks.id, suspensions.blockRequestId))
    .leftJoin(unblocks, eq(unblocks.id, suspensions.unblockRequestId))
    .where(and(bearsUpon(receivableId), isOpen))
    .orderBy(asc(suspensions.proposedAt))
    .all();
}

/** All of a receivable with their numbers, the newest first. */
export function listSuspensions(db: TenantDb, receivableId: string) {
  return db
    .select({ ...whole, msisdn: lines.msisdn })
    .from(suspensions)
    .innerJoin(lines, eq(lines.id, suspensions.lineId))
    .leftJoin(blocks, eq(blocks.id, suspensions.blockRequestId))
    .leftJoin(unblocks, eq(unblocks.id, suspensions.unblockRequestId))
    .where(eq(suspensions.receivableId, receivableId))
    .orderBy(desc(suspensions.proposedAt), asc(suspensions.lineId))
    .limit(mostListed)
    .all();
}

/** Whether a debt is overdue, and what keeps the centre from doing anything about it. */
export async function getDebtFacts(db: TenantDb, receivableId: string) {
  const [row] = await db
    .select({
      balanceKopecks: receivables.balanceKopecks,
      oldestDueOn: receivables.oldestDueOn,
      dispute: debtDisputes.id,
      promise: promises.id,
      plan: instalmentPlans.id,
    })
    .from(receivables)
    .leftJoin(debtDisputes, and(eq(debtDisputes.receivableId, receivables.id), isNull(debtDisputes.closedAt)))
    .leftJoin(promises, and(eq(promises.receivableId, receivables.id), eq(promises.state, 'open')))
    .leftJoin(
      instalmentPlans,
      and(eq(instalmentPlans.receivableId, receivables.id), eq(instalmentPlans.state, 'open')),
    )
    .where(eq(receivables.id, receivableId));
  return row ?? null;
}

/** The last money for a line by itself or for its account, and the date that it counts for; null: none ever came. */
export async function getLastCredit(
  db: TenantDb,
  { receivableId, lineId }: Pick<SuspensionRow, 'receivableId' | 'lineId'>,
) {
  const [row] = await db
    .select({ on: journalEntries.on, bookedAt: journalEntries.bookedAt })
    .from(owing)
    .innerJoin(receivables, eq(receivables.accountId, owing.accountId))
    .innerJoin(journalEntries, eq(journalEntries.receivableId, receivables.id))
    .where(
      and(
        eq(owing.id, receivableId),
        or(eq(receivables.lineId, lineId), isNull(receivables.lineId)),
        lt(journalEntries.kopecks, 0),
      ),
    )
    .orderBy(desc(journalEntries.bookedAt), desc(journalEntries.sequence))
    .limit(1);
  return row ?? null;
}

/** What is proposed for the lines of a debt, each with what keeps its line from working. */
export function listProposals(
  db: TenantDb,
  { receivableId, measure }: Pick<SuspensionRow, 'receivableId' | 'measure'>,
) {
  return db
    .select({ id: suspensions.id, measure: suspensions.measure, blockedBy: lines.blockedBy })
    .from(suspensions)
    .innerJoin(lines, eq(lines.id, suspensions.lineId))
    .where(
      and(
        eq(suspensions.receivableId, receivableId),
        eq(suspensions.measure, measure),
        eq(suspensions.state, 'proposed'),
      ),
    )
    .all();
}

/** Debts for which several lines are proposed at once, with their number. */
export function countProposals(db: TenantDb) {
  const { receivableId, measure } = suspensions;
  return db
    .select({ receivableId, measure, lines: count() })
    .from(suspensions)
    .where(eq(suspensions.state, 'proposed'))
    .groupBy(receivableId, measure)
    .having(sql`count(*) > 1`)
    .all();
}

/** The line of each receivable; of one that is the account's, all lines of its subscriber that no other account has. */
export function listLinesToStop(db: TenantDb, receivableIds: readonly string[]) {
  const isElsewhere = sql`exists (select 1 from receivables other where other.line_id = ${lines.id}
    and other.account_id <> ${receivables.accountId})`;
  const isOfAccount = and(isNull(receivables.lineId), not(isElsewhere));
  const isOwed = or(eq(lines.id, receivables.lineId), isOfAccount);
  return db
    .select({
      receivableId: receivables.id,
      lineId: lines.id,
      isWorking: sql<boolean>`${lines.blockedBy} is null`.mapWith(Boolean),
    })
    .from(receivables)
    .innerJoin(billingAccounts, eq(billingAccounts.id, receivables.accountId))
    .innerJoin(lines, and(eq(lines.subscriberId, billingAccounts.subscriberId), isOwed))
    .where(sql`${receivables.id} ${textsIn(receivableIds)}`)
    .orderBy(asc(lines.id))
    .all();
}

/** With whom and which number; what people look at before they say yes. In the order of `states`, the oldest first. */
export function listSuspensionsIn(db: TenantDb, states: readonly SuspensionRow['state'][]) {
  return db
    .select({
      ...whole,
      subscriber: { id: subscribers.id, name: subscribers.name, kind: subscribers.kind },
      line: { msisdn: lines.msisdn, carrier: lines.carrier, blockedBy: lines.blockedBy },
      debt: { balanceKopecks: receivables.balanceKopecks, oldestDueOn: receivables.oldestDueOn },
    })
    .from(suspensions)
    .innerJoin(receivables, eq(receivables.id, suspensions.receivableId))
    .innerJoin(billingAccounts, eq(billingAccounts.id, receivables.accountId))
    .innerJoin(subscribers, eq(subscribers.id, billingAccounts.subscriberId))
    .innerJoin(lines, eq(lines.id, suspensions.lineId))
    .leftJoin(blocks, eq(blocks.id, suspensions.blockRequestId))
    .leftJoin(unblocks, eq(unblocks.id, suspensions.unblockRequestId))
    .where(inArray(suspensions.state, [...states]))
    .orderBy(asc(suspensions.restoreBy), asc(suspensions.proposedAt), asc(suspensions.receivableId))
    .limit(mostListed)
    .all();
}

/** How many wait for a person: for a decision, or past half of the term in which their line must work again. */
export async function countSuspensionsToSee(db: TenantDb, restoreBefore: Date): Promise<number> {
  const isLate = and(eq(suspensions.state, 'restoring'), lt(suspensions.restoreBy, restoreBefore));
  const [row] = await db
    .select({ n: count() })
    .from(suspensions)
    .where(or(eq(suspensions.state, 'proposed'), isLate));
  return row?.n ?? 0;
}
