import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import {
  billingAccounts,
  billingFiles,
  billingRejects,
  charges,
  debtDisputes,
  journalEntries,
  receivables,
} from '#db/tenant/schema/receivable.ts';
import { makeLine, makeSubscriber, seededId, seedTime } from '#seeds/factories.ts';

/** A line that owes and disputes it, and a billing file with a row that was not booked, all marked. */
export async function fillReceivables(db: TenantDb, seed: number, marker: string, userId: string) {
  const [accountId, receivableId, entryId, debtDisputeId, billingFileId] = [170, 171, 172, 173, 174].map(
    (room) => seededId(seedTime, seed, room),
  );
  if (!accountId || !receivableId || !entryId || !debtDisputeId || !billingFileId)
    throw new Error('No ids were made.');
  const owed = { dueOn: '2026-02-20', kopecks: 50_000 };
  await commit(db, [
    db.insert(billingAccounts).values({
      id: accountId,
      subscriberId: makeSubscriber(seed).id,
      number: `${marker}-1`,
      createdAt: seedTime,
    }),
    db.insert(receivables).values({
      id: receivableId,
      accountId,
      lineId: makeLine(seed).id,
      balanceKopecks: 50_000,
      version: 1,
      oldestDueOn: owed.dueOn,
      disputedKopecks: 50_000,
      changedAt: seedTime,
    }),
    db.insert(billingFiles).values({
      id: billingFileId,
      content: 'charges',
      name: `${marker}.csv`,
      hash: `hash-${seed}`,
      rows: 2,
      booked: 1,
      known: 0,
      by: userId,
      at: seedTime,
    }),
    db
      .insert(billingRejects)
      .values({ fileId: billingFileId, row: 3, text: `${marker};100 USD`, reason: 'unreadable-sum' }),
    db.insert(journalEntries).values({
      id: entryId,
      receivableId,
      sequence: 1,
      kind: 'charge',
      kopecks: 50_000,
      on: '2026-02-01',
      source: 'file',
      sourceKey: `charge:${seed}`,
      fileId: billingFileId,
      note: marker,
      bookedBy: userId,
      bookedAt: seedTime,
    }),
    db.insert(charges).values({ entryId, receivableId, ...owed, openKopecks: 50_000 }),
    db.insert(debtDisputes).values({
      id: debtDisputeId,
      receivableId,
      kopecks: 50_000,
      reason: `${marker} не согласен`,
      openedBy: userId,
      openedAt: seedTime,
    }),
  ]);
  return { receivableId, entryId, debtDisputeId, billingFileId, billingRow: '3' };
}
