import { expect, test } from 'vitest';
import { findPlaces, type Whose } from './find-place.ts';

const known = {
  subscribers: [
    { id: 's1', contractNumber: 'В-1' },
    { id: 's2', contractNumber: 'В-2' },
  ],
  accounts: [{ id: 'a1', number: 'В-1', subscriberId: 's1' }],
  lines: [
    { id: 'l1', msisdn: '+79161230001', subscriberId: 's1' },
    { id: 'l2', msisdn: '+79161230002', subscriberId: 's2' },
  ],
  receivables: [{ id: 'r1', accountId: 'a1', lineId: 'l1' }],
};
const billed = (accountNumber: string | null, msisdn: string | null = null): Whose => ({
  accountNumber,
  msisdn,
});

function find(...all: Whose[]) {
  let made = 0;
  const places = findPlaces(known, () => `new-${++made}`);
  return { found: all.map((one) => places.find(one)), opened: places.opened };
}

test.each([
  ['what we call it', { receivableId: 'r1' }, 'r1'],
  ['its number', billed(null, '+79161230001'), 'r1'],
  ['its number and account', billed('В-1', '+79161230001'), 'r1'],
] as const)('a line is known by %s', (_, whose, receivableId) => {
  expect(find(whose).found).toEqual([{ ok: true, value: receivableId }]);
});

test('an account owes beside its lines, and is opened once', () => {
  const { found, opened } = find(billed('В-1'), billed('В-1'), billed('В-2'), billed(null, '+79161230002'));
  expect(found.map((one) => one.ok && one.value)).toEqual(['new-1', 'new-1', 'new-3', 'new-4']);
  expect(opened.accounts).toEqual([{ id: 'new-2', number: 'В-2', subscriberId: 's2' }]);
  expect(opened.receivables).toEqual([
    { id: 'new-1', accountId: 'a1', lineId: null },
    { id: 'new-3', accountId: 'new-2', lineId: null },
    { id: 'new-4', accountId: 'new-2', lineId: 'l2' },
  ]);
});

test.each([
  ['an account nobody has', billed('В-9'), 'unknown-account'],
  ['no account at all', billed(null), 'unknown-account'],
  ['a number nobody has', billed(null, '+79990000000'), 'unknown-number'],
  ['a number of somebody else', billed('В-2', '+79161230001'), 'number-of-another-account'],
  ['a receivable that is not here', { receivableId: 'r9' }, 'unknown-receivable'],
] as const)('%s is refused', (_, whose, code) => {
  const { found, opened } = find(whose);
  expect(found).toEqual([{ ok: false, error: { code } }]);
  expect(opened).toEqual({ accounts: [], receivables: [] });
});
