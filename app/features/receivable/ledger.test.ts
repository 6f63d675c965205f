import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Booked, bookEntry, bookReversal, type Ledger, type NewEntry } from './ledger.ts';

const today = '2026-11-20';
const blank: Ledger = { receivableId: 'r', version: 0, balanceKopecks: 0, open: [], credits: [] };
const origin = { source: 'file', sourceKey: 'k', fileId: null, on: '2026-11-01', note: null } as const;

function entry(kind: NewEntry['kind'], amountKopecks: number, given: Partial<NewEntry> = {}): NewEntry {
  return { ...origin, kind, amountKopecks, dueOn: null, ...given };
}

function book(ledger: Ledger, one: NewEntry, id: string): Booked {
  const result = bookEntry(ledger, one, id, today);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

test('a charge and its payment, as rows', () => {
  const charged = book(blank, entry('charge', 50_000, { dueOn: '2026-11-15' }), 'c');
  expect(charged.newCharge).toEqual({
    id: 'c',
    dueOn: '2026-11-15',
    kopecks: 50_000,
    openKopecks: 50_000,
  });
  const paid = book(charged.ledger, entry('payment', 60_000, { on: '2026-11-18' }), 'p');
  expect(paid.entry).toMatchObject({ sequence: 2, kopecks: -60_000, kind: 'payment' });
  expect(paid.changedCharges).toEqual([{ id: 'c', openKopecks: 0, settledOn: '2026-11-18' }]);
  expect(paid.settlements).toEqual([{ creditId: 'p', chargeId: 'c', kopecks: 50_000 }]);
  expect(paid.ledger).toMatchObject({ balanceKopecks: -10_000, version: 2, open: [] });
});

test('a charge that was paid ahead is settled on its own day', () => {
  const paid = book(blank, entry('payment', 900, { on: '2026-10-01' }), 'p');
  const charged = book(paid.ledger, entry('charge', 700, { dueOn: '2026-11-15' }), 'c');
  expect(charged.changedCharges).toEqual([{ id: 'c', openKopecks: 0, settledOn: '2026-11-01' }]);
});

test('an adjustment that raises the debt is due at once, one that lowers it pays', () => {
  const raised = book(blank, entry('adjustment', 300), 'a');
  expect(raised.newCharge?.dueOn).toBe('2026-11-01');
  expect(book(raised.ledger, entry('adjustment', -300), 'b').ledger).toMatchObject({
    open: [],
    credits: [],
    balanceKopecks: 0,
  });
});

test.each([
  [entry('payment', -5), 'not-positive'],
  [entry('charge', 1.5), 'not-whole'],
  [entry('payment', 5, { on: '2026-11-21' }), 'date-in-future'],
  [entry('payment', 5, { on: '1026-11-20' }), 'bad-date'],
  [entry('charge', 5, { dueOn: '0026-11-20' }), 'bad-date'],
])('what cannot be booked is refused: %# %j', (one, code) => {
  expect(bookEntry(blank, one, 'x', today)).toEqual({ ok: false, error: { code } });
});

test('a reversal posts the opposite, and opens what was settled', () => {
  const charged = book(blank, entry('charge', 100, { dueOn: '2026-11-15' }), 'c');
  const paid = book(charged.ledger, entry('payment', 100), 'p');
  const undone = [{ charge: { id: 'c', dueOn: '2026-11-15', kopecks: 100, openKopecks: 0 }, kopecks: 100 }];
  const back = bookReversal(
    paid.ledger,
    { ...paid.entry, postings: paid.postings, dueOn: null, paid: undone },
    origin,
    'r1',
  );
  expect(back.entry).toMatchObject({ kind: 'reversal', kopecks: 100, reverses: 'p', sequence: 3 });
  expect(back.postings).toEqual(paid.postings.map(({ book, kopecks }) => ({ book, kopecks: -kopecks })));
  expect(back.changedCharges).toEqual([{ id: 'c', openKopecks: 100, settledOn: null }]);
  expect(back.ledger).toMatchObject({ balanceKopecks: 100, credits: [] });
});

const amount = fc.integer({ min: 1, max: 90_000 });
const anyEntry = fc.oneof(
  fc.tuple(fc.constantFrom('charge', 'payment', 'write_off'), amount),
  fc.tuple(
    fc.constant('adjustment'),
    fc.oneof(
      amount,
      amount.map((one) => -one),
    ),
  ),
) as fc.Arbitrary<[NewEntry['kind'], number]>;

test('the balance is the sum of what stands in the book of receivables, and what is open less what is free', () => {
  fc.assert(
    fc.property(fc.array(anyEntry, { maxLength: 40 }), (all) => {
      let ledger = blank;
      let posted = 0;
      for (const [index, [kind, kopecks]] of all.entries()) {
        const one = book(ledger, entry(kind, kopecks), `e${index}`);
        for (const { book: name, kopecks: part } of one.postings) if (name === 'receivable') posted += part;
        ledger = one.ledger;
      }
      const open = ledger.open.reduce((sum, { openKopecks }) => sum + openKopecks, 0);
      const free = ledger.credits.reduce((sum, { freeKopecks }) => sum + freeKopecks, 0);
      expect(ledger.balanceKopecks).toBe(posted);
      expect(ledger.balanceKopecks).toBe(open - free);
    }),
  );
});
