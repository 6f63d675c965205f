import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addCharge, addCredit, type Settled, type Sheet, takeChargeBack, takeCreditBack } from './settle.ts';

const empty: Sheet = { open: [], credits: [] };
const charge = (id: string, dueOn: string, kopecks: number) => ({ id, dueOn, kopecks, openKopecks: kopecks });
const credit = (id: string, sequence: number, freeKopecks: number) => ({ id, sequence, freeKopecks });

test('a payment goes to the oldest due charge first, and the rest stays as credit', () => {
  const late = addCharge(
    addCharge(empty, charge('new', '2026-11-20', 300)),
    charge('old', '2026-10-20', 500),
  );
  const part = addCredit(late, credit('p', 3, 600));
  expect(part.settlements).toEqual([
    { creditId: 'p', chargeId: 'old', kopecks: 500 },
    { creditId: 'p', chargeId: 'new', kopecks: 100 },
  ]);
  expect(part.open).toMatchObject([{ id: 'new', openKopecks: 200 }]);
  expect(addCredit(part, credit('q', 4, 1000)).credits).toEqual([credit('q', 4, 800)]);
});

test('a later charge eats what was paid ahead, the oldest payment first', () => {
  const ahead = addCredit(addCredit(empty, credit('first', 1, 100)), credit('second', 2, 100));
  const eaten = addCharge(ahead, charge('c', '2026-11-20', 150));
  expect(eaten.open).toEqual([]);
  expect(eaten.credits).toEqual([credit('second', 2, 50)]);
});

test('a payment taken back opens its charges again, and another credit takes its place', () => {
  const paid = addCredit(addCharge(empty, charge('c', '2026-11-20', 100)), credit('p', 2, 60));
  const over = addCredit(paid, credit('q', 3, 50));
  const back = takeCreditBack(over, 'p', [
    { charge: { ...charge('c', '2026-11-20', 100), openKopecks: 0 }, kopecks: 60 },
  ]);
  expect(back.settlements).toEqual([
    { creditId: 'p', chargeId: 'c', kopecks: -60 },
    { creditId: 'q', chargeId: 'c', kopecks: 10 },
  ]);
  expect(back.open).toMatchObject([{ id: 'c', openKopecks: 50 }]);
  expect(back.credits).toEqual([]);
});

test('a charge taken back frees what had paid for it', () => {
  const both = addCharge(
    addCharge(empty, charge('wrong', '2026-10-20', 100)),
    charge('right', '2026-11-20', 80),
  );
  const paid = addCredit(both, credit('p', 3, 100));
  const back = takeChargeBack(paid, { id: 'wrong', kopecks: 100 }, 'r', [
    { credit: credit('p', 3, 0), kopecks: 100 },
  ]);
  expect(back.settlements).toEqual([
    { creditId: 'p', chargeId: 'wrong', kopecks: -100 },
    { creditId: 'r', chargeId: 'wrong', kopecks: 100 },
    { creditId: 'p', chargeId: 'right', kopecks: 80 },
  ]);
  expect(back).toMatchObject({ open: [], credits: [credit('p', 3, 20)] });
});

type Booking = { isCharge: boolean; kopecks: number; day: number };
const bookings = fc.array(
  fc.record({
    isCharge: fc.boolean(),
    kopecks: fc.integer({ min: 1, max: 100_000 }),
    day: fc.integer({ min: 10, max: 28 }),
  }),
  { maxLength: 30 },
);

/** Books all in order; also what every charge got from every credit. */
function book(all: readonly Booking[]) {
  const given = new Map<string, number>();
  let sheet = empty;
  for (const [index, { isCharge, kopecks, day }] of all.entries()) {
    const settled: Settled = isCharge
      ? addCharge(sheet, charge(`c${index}`, `2026-11-${day}`, kopecks))
      : addCredit(sheet, credit(`p${index}`, index, kopecks));
    for (const { creditId, chargeId, kopecks: part } of settled.settlements)
      given.set(`${creditId} ${chargeId}`, (given.get(`${creditId} ${chargeId}`) ?? 0) + part);
    sheet = settled;
  }
  return { sheet, given };
}

const sumOpen = ({ open }: Sheet) => open.reduce((sum, { openKopecks }) => sum + openKopecks, 0);
const sumFree = ({ credits }: Sheet) => credits.reduce((sum, { freeKopecks }) => sum + freeKopecks, 0);
const owed = (all: readonly Booking[]) =>
  all.reduce((sum, { isCharge, kopecks }) => sum + (isCharge ? kopecks : -kopecks), 0);

test('what is open less what is free is what is owed, in any order, and never both are there', () => {
  fc.assert(
    fc.property(bookings, fc.integer(), (all, turn) => {
      const mixed = all.toSorted((a, b) => ((a.kopecks * turn) % 7) - ((b.kopecks * turn) % 7));
      for (const order of [all, mixed]) {
        const { sheet } = book(order);
        expect(sumOpen(sheet) - sumFree(sheet)).toBe(owed(all));
        expect(Math.min(sumOpen(sheet), sumFree(sheet))).toBe(0);
      }
    }),
  );
});

test('a payment and its reversal leave the sum as it was, whatever stands beside it', () => {
  fc.assert(
    fc.property(bookings, fc.integer({ min: 1, max: 100_000 }), (all, kopecks) => {
      const { sheet } = book(all);
      const paid = addCredit(sheet, credit('p', 99, kopecks));
      const undone = paid.settlements
        .filter(({ creditId }) => creditId === 'p')
        .map((part) => {
          const before = sheet.open.find(({ id }) => id === part.chargeId);
          const after = paid.open.find(({ id }) => id === part.chargeId);
          if (!before) throw new Error('It settled what was not open.');
          return { charge: { ...before, openKopecks: after?.openKopecks ?? 0 }, kopecks: part.kopecks };
        });
      const back = takeCreditBack(paid, 'p', undone);
      expect(back.open).toEqual(sheet.open.toSorted((a, b) => (a.dueOn + a.id < b.dueOn + b.id ? -1 : 1)));
      expect(sumFree(back)).toBe(sumFree(sheet));
    }),
  );
});
