import { expect, test } from 'vitest';
import { cellsOf, layOutBilling, readBillingRow, readDate } from './billing-row.ts';

const header = ['№ документа', 'Лицевой счёт', 'Телефон', 'Дата', 'Оплатить до', 'Сумма, руб.', 'Назначение'];
const row = ['П-1', 'В-1', '8 (916) 333-44-55', '20.11.2026', '2026-12-15', '1 250,50', 'Связь'];

function read(change: Record<number, string>, content: 'charges' | 'payments' = 'charges') {
  const layout = layOutBilling(header, content);
  if (!layout.ok) throw new Error(layout.error.code);
  const cells = row.map((cell, place) => change[place] ?? cell);
  const booking = readBillingRow(content, cellsOf(cells, layout.value), 'f1');
  return booking.ok ? booking.value : booking.error.code;
}

test('a row of a billing is read as a booking', () => {
  expect(read({})).toEqual({
    kind: 'charge',
    amountKopecks: 125_050,
    on: '2026-11-20',
    dueOn: '2026-12-15',
    source: 'file',
    sourceKey: 'charge:П-1',
    fileId: 'f1',
    note: 'Связь',
    whose: { accountNumber: 'В-1', msisdn: '+79163334455' },
  });
  expect(read({ 2: '' }, 'payments')).toMatchObject({
    kind: 'payment',
    sourceKey: 'payment:П-1',
    dueOn: null,
    whose: { accountNumber: 'В-1', msisdn: null },
  });
});

test.each([
  [5, '1250.50', 125_050],
  [5, '1250,5 ₽', 125_050],
  [5, '−300', -30_000],
  [5, "'-300", -30_000],
] as const)('column %d reads %s', (place, cell, amountKopecks) => {
  expect(read({ [place]: cell })).toMatchObject({ amountKopecks });
});

test.each([
  [{ 0: ' ' }, 'no-key'],
  [{ 1: '', 2: '' }, 'no-account'],
  [{ 2: 'нет' }, 'phone-unreadable'],
  [{ 5: '100 USD' }, 'unreadable-sum'],
  [{ 5: '1.250,50' }, 'unreadable-sum'],
  [{ 5: '' }, 'unreadable-sum'],
  [{ 3: '31.02.2026' }, 'unreadable-date'],
  [{ 3: 'вчера' }, 'unreadable-date'],
  [{ 4: '2026-13-01' }, 'unreadable-date'],
  [{ 4: '' }, 'no-due-date'],
] as const)('%j is left out: %s', (change, fault) => {
  expect(read(change)).toBe(fault);
});

test.each([
  ['2026-11-20', '2026-11-20'],
  ['2026-11-20T10:00:00', '2026-11-20'],
  ['1.2.2026 09:30', '2026-02-01'],
  ['29.02.2028', '2028-02-29'],
  ['29.02.2027', null],
  ['20.11.26', null],
] as const)('the date %s is %s', (text, date) => {
  expect(readDate(text)).toBe(date);
});

test('a file without what a row needs is refused whole', () => {
  expect(layOutBilling(['Документ', 'Дата'], 'charges')).toEqual({
    ok: false,
    error: { code: 'columns-missing', columns: ['sum', 'due', 'account'] },
  });
  expect(layOutBilling(['id', 'date', 'sum', 'phone'], 'payments').ok).toBe(true);
});
