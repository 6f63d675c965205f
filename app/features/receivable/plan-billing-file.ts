import { ok, type Result } from '#app/platform/result.ts';
import type { TenantDb } from '#db/open.ts';
import { type BillingFileRow, getBillingFileOfHash } from '#db/tenant/queries/billing.ts';
import type { BillingFault } from './billing-row.ts';
import { mostBookings, readPlan } from './book-entries.ts';
import type { Booking, BookingOutcome } from './plan-bookings.ts';
import {
  type BillingFileInput,
  type BillingFileRefusal,
  type BillingRow,
  hashOf,
  readBillingFile,
} from './read-billing-file.ts';

export type Reject = { row: number; text: string; reason: BillingFault['code'] };
/** `takenAt`: these very rows were taken in then, and nothing of them will be booked again. */
export type BillingFilePlan = {
  rows: number;
  booked: number;
  kopecks: number;
  known: number;
  rejected: number;
  /** The first of them. */
  rejects: Reject[];
  takenAt: Date | null;
};

const shownRejects = 100;

/** What a file would book, and which of its rows would wait for a person and why. Writes nothing. */
export async function planBillingFile(
  db: TenantDb,
  input: BillingFileInput,
  today: string,
): Promise<Result<BillingFilePlan, BillingFileRefusal>> {
  const read = await readBillingFile(input, 'plan');
  if (!read.ok) return read;
  const earlier = await getBillingFileOfHash(db, hashOf(input));
  const plan = { booked: 0, kopecks: 0, known: 0 };
  const rejects: Reject[] = [];
  for (const piece of piecesOf(read.value)) {
    const { bookings, outcomes } = await planPiece(db, piece, today);
    for (const [index, outcome] of outcomes.entries()) {
      if (!outcome.ok || outcome.value === 'known') continue;
      plan.booked += 1;
      plan.kopecks += bookings[index]?.amountKopecks ?? 0;
    }
    plan.known += outcomes.filter((one) => one.ok && one.value === 'known').length;
    rejects.push(...rejectsOf(piece, outcomes));
  }
  const shown = { rejected: rejects.length, rejects: rejects.slice(0, shownRejects) };
  return ok({
    ...plan,
    ...shown,
    rows: read.value.length,
    takenAt: earlier && isTaken(earlier) ? earlier.at : null,
  });
}

/** In whole, or being booked now: whichever, sent again it changes nothing. */
export function isTaken({ rows, text }: Pick<BillingFileRow, 'rows' | 'text'>): boolean {
  return rows > 0 || text !== null;
}

async function planPiece(db: TenantDb, piece: readonly BillingRow[], today: string) {
  const bookings = bookingsOf(piece);
  const { outcomes } = await readPlan({ db, today }, bookings);
  return { bookings, outcomes };
}

export function piecesOf(rows: readonly BillingRow[]): BillingRow[][] {
  return Array.from({ length: Math.ceil(rows.length / mostBookings) }, (_, index) =>
    rows.slice(index * mostBookings, (index + 1) * mostBookings),
  );
}

export function bookingsOf(piece: readonly BillingRow[]): Booking[] {
  return piece.flatMap(({ booking }) => (booking.ok ? [booking.value] : []));
}

/** The rows that could not be read, and those that could not be booked. `outcomes`: of `bookingsOf(piece)`. */
export function rejectsOf(piece: readonly BillingRow[], outcomes: readonly BookingOutcome[]): Reject[] {
  let place = 0;
  return piece.flatMap(({ row, text, booking }) => {
    const outcome = booking.ok ? outcomes[place++] : booking;
    return outcome && !outcome.ok ? [{ row, text, reason: outcome.error.code }] : [];
  });
}
