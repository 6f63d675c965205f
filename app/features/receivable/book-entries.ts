import { v7 as uuid } from 'uuid';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit, type Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { callForAll, type Work } from '#db/outbox.ts';
import {
  listEntriesOfKeys,
  listHabits,
  listKnownPlaces,
  listLedgers,
} from '#db/tenant/queries/receivables.ts';
import {
  type Booking,
  type BookingOutcome,
  type BookingPlan,
  type Books,
  planBookings,
} from './plan-bookings.ts';
import { type BookedBy, storeBooked, storeHabits, storeOpened } from './store-booked.ts';

export type BookDesk = { db: TenantDb; lane: Work['lane'] } & BookedBy;

/** Bounded by what one batch can bind. */
export const mostBookings = 400;
const mostTries = 5;

/**
 * Books entries to whom they belong and answers each in its place; all that can be booked is written at once.
 * Told twice, an entry is booked once. `conflict`: other writers were faster time and again; nothing was written.
 * At most `mostBookings` a call.
 */
export async function bookEntries(
  desk: BookDesk,
  bookings: readonly Booking[],
): Promise<Result<BookingOutcome[], { code: 'conflict' }>> {
  const { db, at } = desk;
  for (let tries = 0; tries < mostTries; tries++) {
    const { outcomes, booked, habits, opened } = await readPlan(desk, bookings);
    if (booked.length === 0) return ok(outcomes);
    const touched = [...new Set(booked.map(({ entry }) => entry.receivableId))];
    const written = await commit(
      db,
      [
        ...storeOpened(db, opened, at),
        ...storeBooked(db, booked, desk),
        ...storeHabits(db, habits),
        ...callReactions(desk, touched),
      ],
      touched.map((id) => ({ topic: 'receivable', id })),
    );
    if (written.ok) return ok(outcomes);
  }
  return refuse({ code: 'conflict' });
}

/** What would be booked as things stand. Writes nothing. */
export async function readPlan(
  { db, today }: Pick<BookDesk, 'db' | 'today'>,
  bookings: readonly Booking[],
): Promise<BookingPlan> {
  return planBookings(await readBooks(db, bookings), bookings, { today, newId: uuid });
}

async function readBooks(db: TenantDb, bookings: readonly Booking[]): Promise<Books> {
  const whose = bookings.map((one) => one.whose);
  const given = <T>(values: (T | null)[]) => [...new Set(values.filter((value) => value !== null))];
  const places = await listKnownPlaces(db, {
    receivableIds: given(whose.map((one) => ('receivableId' in one ? one.receivableId : null))),
    accountNumbers: given(whose.map((one) => ('receivableId' in one ? null : one.accountNumber))),
    msisdns: given(whose.map((one) => ('receivableId' in one ? null : one.msisdn))),
  });
  const keys = bookings.map(({ sourceKey }) => sourceKey);
  const entries = await listEntriesOfKeys(db, keys);
  const ids = places.receivables.map(({ id }) => id);
  const ledgers = await listLedgers(db, ids);
  return { places, entries, ledgers, habits: await listHabits(db, ids) };
}

/** Wakes the ladder: what was paid or charged may change its next step. */
export function callReactions(
  { db, at, lane }: Omit<BookDesk, 'by' | 'today'>,
  receivableIds: readonly string[],
): Statement[] {
  const work = { queue: 'debt-react', gate: 'debt-react', lane, dueAt: at };
  const payloads = receivableIds.map((receivableId) => ({ receivableId }));
  return callForAll(db, work, payloads, at);
}
