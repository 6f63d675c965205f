import { expect, test } from 'vitest';
import { readBalance } from './import-cells.ts';
import { layOutColumns } from './import-columns.ts';
import { type ImportAccount, readImportRow } from './import-row.ts';

const mts: ImportAccount = {
  id: 'a1',
  carrier: 'mts',
  title: 'Основной',
  carrierNames: ['mts', 'МТС', 'MTS'],
};
const accounts = [
  mts,
  { id: 'b1', carrier: 'beeline', title: 'Север', carrierNames: ['beeline', 'Билайн'] },
  { id: 'b2', carrier: 'beeline', title: 'Юг', carrierNames: ['beeline', 'Билайн'] },
];
const columns = {
  name: 0,
  msisdn: 1,
  carrier: 2,
  carrierAccount: 3,
  tariff: 4,
  options: 5,
  balance: 6,
  email: 7,
};
const layout = { columns, width: 8, accounts };

test.each([
  [['ФИО', 'Телефон', 'Оператор', 'Лицевой счёт'], { name: 0, msisdn: 1, carrier: 2, account: 3 }],
  [['ФИО', 'Телефон', 'Оператор', 'Почтовый адрес'], { name: 0, msisdn: 1, carrier: 2, postalAddress: 3 }],
  [['carrier', 'PHONE', 'Name', 'e-mail'], { carrier: 0, msisdn: 1, name: 2, email: 3 }],
])('the header %j is understood', (header, expected) => {
  expect(layOutColumns(header)).toEqual({ ok: true, value: expected });
});

test('a chosen mapping goes before the known names', () => {
  const laidOut = layOutColumns(['ФИО', 'Кто', 'Сим', 'Сеть'], {
    name: 'кто',
    msisdn: 'Сим',
    carrier: 'Сеть',
  });
  expect(laidOut).toEqual({ ok: true, value: { name: 1, msisdn: 2, carrier: 3 } });
});

test.each([
  [['ФИО', 'Телефон'], {}, { code: 'columns-missing', columns: ['carrier'] }],
  [['ФИО', 'Телефон', 'Оператор'], { email: 'Ящик' }, { code: 'header-not-found', name: 'Ящик' }],
  [['ФИО', 'Телефон', 'Номер', 'Оператор'], {}, { code: 'header-twice', column: 'msisdn' }],
])('the header %j is refused', (header, mapping, error) => {
  expect(layOutColumns(header, mapping)).toMatchObject({ ok: false, error });
});

test('a full row is read', () => {
  const cells = [
    ' Пётр  Иванов ',
    '8 916 123-45-67',
    'мтс',
    '',
    '0495=Умный',
    'PE2|PE1=Роуминг',
    '-1 234,5',
    'A@B.RU',
  ];
  expect(readImportRow(2, cells, layout)).toEqual({
    ok: true,
    value: {
      row: 2,
      name: 'Пётр Иванов',
      msisdn: '+79161234567',
      account: mts,
      kind: undefined,
      contract: undefined,
      accountNumber: undefined,
      tariff: { code: '0495', name: 'Умный' },
      options: [
        { code: 'PE1', name: 'Роуминг' },
        { code: 'PE2', name: 'PE2' },
      ],
      balanceKopecks: -123450,
      email: 'a@b.ru',
    },
  });
});

test('cells that would be formulas or code elsewhere stay plain text', () => {
  const name = '=HYPERLINK("http://x";"<script>")';
  expect(readImportRow(2, [name, '9161234567', 'MTS'], layout)).toMatchObject({ ok: true, value: { name } });
});

test('every fault of a row is told', () => {
  const cells = ['', '12', 'Йота', '', '', '', 'много', 'почта', 'лишнее'];
  const read = readImportRow(7, cells, layout);
  const faults = read.ok ? [] : read.error.rejections.map(({ row, field, fault }) => [row, field, fault]);
  expect(faults).toEqual([
    [7, 'row', 'too-many-cells'],
    [7, 'msisdn', 'phone-length'],
    [7, 'carrier', 'carrier-unknown'],
    [7, 'balance', 'balance-unreadable'],
    [7, 'email', 'email-unreadable'],
    [7, 'name', 'empty'],
  ]);
});

test.each([
  ['Юг', { ok: true, value: { account: { id: 'b2' } } }],
  ['', { ok: false, error: { rejections: [{ fault: 'carrier-account-ambiguous' }] } }],
  ['Запад', { ok: false, error: { rejections: [{ fault: 'carrier-account-unknown' }] } }],
])('of two accounts of a carrier, %j chooses', (title, expected) => {
  expect(readImportRow(2, ['Анна', '9031234567', 'билайн', title], layout)).toMatchObject(expected);
});

test.each([
  ['0', 0],
  ['1 234,50', 123450],
  ['12.5 руб.', 1250],
  ['−3,07 ₽', -307],
  ['-0,00', 0],
])('%s is %i kopecks', (text, kopecks) => {
  expect(readBalance(text)).toEqual({ ok: true, value: kopecks });
});

test.each(['1,234.50', '1.2.3', '12,345', 'abc', '1e5'])('%s is no balance', (text) => {
  expect(readBalance(text)).toMatchObject({ ok: false });
});
