import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import {
  billingAccounts,
  charges,
  journalEntries,
  receivables,
  settlements,
} from '#db/tenant/schema/receivable.ts';
import { subscribers } from '#db/tenant/schema/subscriber.ts';

const at = new Date('2026-01-01T09:00:00Z');

/** A charge by its due date and sum, and what was paid of it when. */
export type GivenCharge = { dueOn: string; kopecks: number; paid?: [on: string, kopecks: number][] };

/** A subscriber who owes by himself, with his charges as the books would have them. */
export async function addReceivable(db: TenantDb, id: string, given: readonly GivenCharge[] = []) {
  const open = given.map((charge, place) => openCharge(id, charge, place));
  const unpaid = open.filter(({ row }) => row.openKopecks > 0);
  const balanceKopecks = unpaid.reduce((sum, { row }) => sum + row.openKopecks, 0);
  const oldestDueOn = unpaid.map(({ row }) => row.dueOn).toSorted()[0] ?? null;
  const person = { kind: 'person', name: `Должник ${id}`, contractNumber: `Д-${id}`, createdAt: at } as const;
  await commit(db, [
    db.insert(subscribers).values({ id: `s-${id}`, ...person }),
    db.insert(billingAccounts).values({ id: `a-${id}`, subscriberId: `s-${id}`, number: id, createdAt: at }),
    db
      .insert(receivables)
      .values({ id, accountId: `a-${id}`, balanceKopecks, oldestDueOn, version: 1, changedAt: at }),
    ...open.flatMap(({ entries, row, parts }) => [
      db.insert(journalEntries).values(entries),
      db.insert(charges).values(row),
      ...(parts.length > 0 ? [db.insert(settlements).values(parts)] : []),
    ]),
  ]);
}

function openCharge(receivableId: string, { dueOn, kopecks, paid = [] }: GivenCharge, place: number) {
  const entryId = `${receivableId}-c${place}`;
  const paidKopecks = paid.reduce((sum, [, part]) => sum + part, 0);
  const settledOn = paidKopecks === kopecks ? (paid.at(-1)?.[0] ?? null) : null;
  const entry = (id: string, kind: 'charge' | 'payment', sum: number, on: string, sequence: number) => ({
    id,
    receivableId,
    kind,
    kopecks: sum,
    on,
    sequence,
    source: 'file' as const,
    sourceKey: id,
    bookedBy: 'worker',
    bookedAt: at,
  });
  const first = place * 20 + 1;
  return {
    entries: [
      entry(entryId, 'charge', kopecks, dueOn, first),
      ...paid.map(([on, part], nth) => entry(`${entryId}-p${nth}`, 'payment', -part, on, first + nth + 1)),
    ],
    row: { entryId, receivableId, dueOn, kopecks, openKopecks: kopecks - paidKopecks, settledOn },
    parts: paid.map(([, part], nth) => ({ entryId: `${entryId}-p${nth}`, chargeId: entryId, kopecks: part })),
  };
}
