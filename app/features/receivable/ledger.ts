import type { ClosedCharge } from '#app/features/prediction/payment-habit.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import {
  type AmountFault,
  type BookableKind,
  owedBy,
  type Posting,
  postingsOf,
  reversalOf,
} from './journal.ts';
import type { EntryKind, EntrySource } from './receivable.ts';
import {
  addCharge,
  addCredit,
  type FreeCredit,
  type OpenCharge,
  type Settled,
  type Settlement,
  type Sheet,
  takeChargeBack,
  takeCreditBack,
} from './settle.ts';

/** One receivable's books: its open charges and free credits, and the number of its last entry. */
export type Ledger = Sheet & { receivableId: string; version: number; balanceKopecks: number };

/** How an entry came to us: `sourceKey` is the billing's own name of it. `on`: the date it counts for. */
export type EntryOrigin = {
  source: EntrySource;
  sourceKey: string;
  fileId: string | null;
  on: string;
  note: string | null;
};
/** `dueOn`: until when a charge is to be paid, or an adjustment that raises the debt; else at once. */
export type NewEntry = EntryOrigin & { kind: BookableKind; amountKopecks: number; dueOn: string | null };

export type EntryRow = EntryOrigin & {
  id: string;
  receivableId: string;
  sequence: number;
  kind: EntryKind;
  /** Positive raises what is owed. */
  kopecks: number;
  reverses: string | null;
};
export type ChargeChange = { id: string; openKopecks: number; settledOn: string | null };
/** What is to be written of one entry, and the books after it. */
export type Booked = {
  ledger: Ledger;
  entry: EntryRow;
  postings: Posting[];
  newCharge: OpenCharge | null;
  changedCharges: ChargeChange[];
  /** Of which nothing is open any more. */
  closedCharges: ClosedCharge[];
  settlements: Settlement[];
};

export type EntryFault = AmountFault | { code: 'bad-date' } | { code: 'date-in-future' };

/** Older than any debt that could still be claimed: a slip of the pen. */
const earliest = '2000-01-01';

/** Books an entry that is no reversal. Money is counted on the day it came, never before. */
export function bookEntry(
  ledger: Ledger,
  entry: NewEntry,
  id: string,
  today: string,
): Result<Booked, EntryFault> {
  const owed = owedBy(entry.kind, entry.amountKopecks);
  if (!owed.ok) return owed;
  const { kind, amountKopecks: _, dueOn, ...origin } = entry;
  if (origin.on < earliest || (dueOn !== null && dueOn < earliest)) return refuse({ code: 'bad-date' });
  if (origin.on > today) return refuse({ code: 'date-in-future' });
  const kopecks = owed.value;
  const row = rowOf(ledger, { ...origin, id, kind, kopecks, reverses: null });
  const newCharge = kopecks > 0 ? { id, dueOn: dueOn ?? origin.on, kopecks, openKopecks: kopecks } : null;
  const settled = newCharge
    ? addCharge(ledger, newCharge)
    : addCredit(ledger, { id, sequence: row.sequence, freeKopecks: -kopecks });
  return ok(booked(ledger, row, postingsOf(kind, kopecks), settled, newCharge));
}

/** An entry with what it was used for: a charge's credits, or a credit's charges. */
export type Reversible = { id: string; kopecks: number; postings: readonly Posting[] } & (
  | { dueOn: string; paidBy: readonly { credit: FreeCredit; kopecks: number }[] }
  | { dueOn: null; paid: readonly { charge: OpenCharge; kopecks: number }[] }
);

/** Books the opposite of an entry: what it had settled, or what had settled it, is open or free again. */
export function bookReversal(ledger: Ledger, reversed: Reversible, origin: EntryOrigin, id: string): Booked {
  const { kopecks } = reversed;
  const row = rowOf(ledger, { ...origin, id, kind: 'reversal', kopecks: -kopecks, reverses: reversed.id });
  const settled =
    reversed.dueOn === null
      ? takeCreditBack(ledger, reversed.id, reversed.paid)
      : takeChargeBack(ledger, { id: reversed.id, kopecks }, id, reversed.paidBy);
  return booked(ledger, row, reversalOf(reversed.postings), settled, null);
}

function rowOf(ledger: Ledger, row: Omit<EntryRow, 'receivableId' | 'sequence'>): EntryRow {
  return { ...row, receivableId: ledger.receivableId, sequence: ledger.version + 1 };
}

function booked(
  ledger: Ledger,
  entry: EntryRow,
  postings: Posting[],
  { open, credits, settlements }: Settled,
  newCharge: OpenCharge | null,
): Booked {
  const touched = new Set(settlements.map(({ chargeId }) => chargeId));
  const changedCharges = [...touched].map((id) => {
    const openKopecks = open.find((charge) => charge.id === id)?.openKopecks ?? 0;
    return { id, openKopecks, settledOn: openKopecks === 0 ? entry.on : null };
  });
  const balanceKopecks = ledger.balanceKopecks + entry.kopecks;
  const after = { ...ledger, open, credits, balanceKopecks, version: entry.sequence };
  const known = newCharge ? [...ledger.open, newCharge] : ledger.open;
  const closedCharges = changedCharges.flatMap(({ id, settledOn }) => {
    // One that was taken back says nothing of how he pays.
    const charge = id === entry.reverses ? undefined : known.find((one) => one.id === id);
    return charge && settledOn ? [{ dueOn: charge.dueOn, settledOn, kopecks: charge.kopecks }] : [];
  });
  return { ledger: after, entry, postings, newCharge, changedCharges, closedCharges, settlements };
}
