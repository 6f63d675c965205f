import { z } from 'zod';
import { parsePhone } from '#app/features/subscriber/phone.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { type BookDesk, bookEntries, mostBookings } from './book-entries.ts';
import type { Booking, BookingFault } from './plan-bookings.ts';

/**
 * What a billing tells in one call: at most as much as one batch holds. Rows are read one by one, so that a faulty
 * one holds up none of the others.
 */
export const BillingTold = z.strictObject({ entries: z.array(z.unknown()).min(1).max(mostBookings) });
export type BillingTold = z.infer<typeof BillingTold>;

/** `id`: the billing's own name of it. It owes by its `number` if it has one, else by its `account`. */
const EntryTold = z
  .strictObject({
    id: z.string().trim().min(1).max(100),
    kind: z.enum(['charge', 'payment']),
    account: z.string().trim().min(1).max(60).nullish(),
    number: z.string().trim().min(1).max(30).nullish(),
    amountKopecks: z.number(),
    on: z.iso.date(),
    /** Of a charge: until when it is to be paid. */
    dueOn: z.iso.date().nullish(),
    note: z.string().trim().max(500).nullish(),
  })
  .refine(({ kind, dueOn }) => kind === 'payment' || dueOn, { path: ['dueOn'], error: 'A charge is due.' })
  .refine(({ account, number }) => account || number, { path: ['account'], error: 'Nobody is named.' });

/** `faulty`: the row itself cannot be read; `faults` say where. */
export type RowAnswer =
  | { id: string | null; outcome: 'booked' | 'known' }
  | { id: string | null; error: BookingFault['code'] | 'phone-unreadable' }
  | { id: string | null; error: 'faulty'; faults: { path: string; message: string }[] };

/** Books what a billing tells, and answers each row in its place. Told twice, it is booked once. */
export async function hearBilling(
  desk: BookDesk,
  { entries }: BillingTold,
): Promise<Result<RowAnswer[], { code: 'conflict' }>> {
  const read = entries.map(readEntry);
  const answer = await bookEntries(
    desk,
    read.flatMap((one) => ('booking' in one ? [one.booking] : [])),
  );
  if (!answer.ok) return answer;
  const outcomes = answer.value[Symbol.iterator]();
  return ok(
    read.map((one): RowAnswer => {
      if (!('booking' in one)) return one;
      const outcome = outcomes.next().value ?? refuse({ code: 'unknown-account' as const });
      return outcome.ok ? { id: one.id, outcome: outcome.value } : { id: one.id, error: outcome.error.code };
    }),
  );
}

function readEntry(told: unknown): { id: string; booking: Booking } | RowAnswer {
  const read = EntryTold.safeParse(told);
  if (!read.success) {
    const faults = read.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
    return { id: idOf(told), error: 'faulty', faults };
  }
  const { id, kind, account, number, dueOn, note, ...entry } = read.data;
  const phone = number ? parsePhone(number) : null;
  if (phone && !phone.ok) return { id, error: 'phone-unreadable' };
  const whose = { accountNumber: account ?? null, msisdn: phone?.ok ? phone.value : null };
  const origin = { source: 'api', sourceKey: `${kind}:${id}`, fileId: null, note: note || null } as const;
  const due = kind === 'charge' ? (dueOn ?? null) : null;
  return { id, booking: { ...entry, ...origin, kind, dueOn: due, whose } };
}

function idOf(told: unknown): string | null {
  const id = typeof told === 'object' && told !== null && 'id' in told ? told.id : null;
  return typeof id === 'string' ? id.slice(0, 100) : null;
}
