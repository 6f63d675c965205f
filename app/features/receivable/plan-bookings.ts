import type { PaymentHabit } from '#app/features/prediction/payment-habit.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import type { KnownEntry, KnownPlaces } from '#db/tenant/queries/receivables.ts';
import { countHabits } from './count-habits.ts';
import { findPlaces, type PlaceFault, type Whose } from './find-place.ts';
import { owedBy } from './journal.ts';
import { type Booked, bookEntry, type EntryFault, type Ledger, type NewEntry } from './ledger.ts';

export type Booking = NewEntry & { whose: Whose };
/** `entry-differs`: the billing's own name of it was told before, of another sum or of somebody else. */
export type BookingFault = EntryFault | PlaceFault | { code: 'entry-differs' };
/** `known`: it was booked before, and nothing changes. */
export type BookingOutcome = Result<'booked' | 'known', BookingFault>;

export type Books = {
  places: KnownPlaces;
  entries: KnownEntry[];
  ledgers: readonly Ledger[];
  habits: ReadonlyMap<string, PaymentHabit>;
};
export type BookingPlan = {
  /** Of each booking, in the order they were given. */
  outcomes: BookingOutcome[];
  booked: Booked[];
  habits: Map<string, PaymentHabit>;
  opened: Pick<KnownPlaces, 'accounts' | 'receivables'>;
};
type Told = Pick<KnownEntry, 'receivableId' | 'kind' | 'kopecks'>;

/** What would be booked of all that is told, and why the rest would not. */
export function planBookings(
  books: Books,
  bookings: readonly Booking[],
  { today, newId }: { today: string; newId: () => string },
): BookingPlan {
  const { find, opened } = findPlaces(books.places, newId);
  const told = new Map<string, Told>(books.entries.map((entry) => [entry.sourceKey, entry]));
  const ledgers = new Map(books.ledgers.map((ledger) => [ledger.receivableId, ledger]));
  const booked: Booked[] = [];

  function book({ whose, ...entry }: Booking): BookingOutcome {
    const place = find(whose);
    if (!place.ok) return place;
    const before = told.get(entry.sourceKey);
    if (before) return isSame(before, entry, place.value) ? ok('known') : refuse({ code: 'entry-differs' });
    const one = bookEntry(ledgers.get(place.value) ?? blankLedger(place.value), entry, newId(), today);
    if (!one.ok) return one;
    booked.push(one.value);
    told.set(entry.sourceKey, one.value.entry);
    ledgers.set(place.value, one.value.ledger);
    return ok('booked');
  }

  const outcomes = new Map(inBookingOrder(bookings).map((booking) => [booking, book(booking)]));
  return {
    outcomes: bookings.map((booking) => outcomes.get(booking) ?? ok('known')),
    booked,
    habits: countHabits(books.habits, booked),
    opened: usedOf(opened, booked),
  };
}

/** Day by day, and of one day what is owed before what is paid: a row's place in a file says nothing of it. */
export function inBookingOrder<T extends NewEntry>(entries: readonly T[]): T[] {
  const rank = ({ on, kind }: NewEntry) => `${on} ${kind === 'charge' ? 0 : 1}`;
  return entries.toSorted((a, b) => (rank(a) < rank(b) ? -1 : Number(rank(a) > rank(b))));
}

export function blankLedger(receivableId: string): Ledger {
  return { receivableId, version: 0, balanceKopecks: 0, open: [], credits: [] };
}

function isSame(told: Told, { kind, amountKopecks }: NewEntry, receivableId: string): boolean {
  const owed = owedBy(kind, amountKopecks);
  const isSameSum = owed.ok && owed.value === told.kopecks;
  return told.kind === kind && isSameSum && told.receivableId === receivableId;
}

/** Nothing is opened for a row that was refused after all. */
function usedOf({ accounts, receivables }: BookingPlan['opened'], booked: readonly Booked[]) {
  const ids = new Set(booked.map(({ entry }) => entry.receivableId));
  const used = receivables.filter(({ id }) => ids.has(id));
  const accountIds = new Set(used.map(({ accountId }) => accountId));
  return { receivables: used, accounts: accounts.filter(({ id }) => accountIds.has(id)) };
}
