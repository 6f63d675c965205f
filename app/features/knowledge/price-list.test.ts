import { expect, test } from 'vitest';
import { parseRubles } from './parse-rubles.ts';
import { readPriceList } from './price-list.ts';

test.each([
  ['150', 15_000],
  ['1 200,50 ₽', 120_050],
  ['0', 0],
  ['9,9', 990],
  ['300 руб.', 30_000],
  ['', null],
  ['—', null],
  ['сто', undefined],
  ['-5', undefined],
  ['1.234', undefined],
])('%j is %j kopecks', (text, kopecks) => {
  expect(parseRubles(text)).toBe(kopecks);
});

const table = (...lines: string[]) =>
  lines.map((line, index) => ({ row: index + 1, cells: line.split(';') }));

test('columns may stand in any order, in Russian too', () => {
  const list = readPriceList(table('Код;Название;Оператор;Тип;В месяц;Разово', 'PE1;Турбо;mts;опция;;250'), [
    'mts',
  ]);
  const row = {
    carrier: 'mts',
    type: 'option',
    code: 'PE1',
    name: 'Турбо',
    feeOnceKopecks: 25_000,
    feeMonthKopecks: null,
  };
  expect(list).toEqual({ rows: [row], faults: [] });
});

test('a missing column is named', () => {
  expect(readPriceList(table('code;name', 'a;b'), ['mts'])).toEqual({
    missing: ['carrier', 'type', 'month'],
  });
});

test('each row that cannot be read is told with its reason', () => {
  const list = readPriceList(
    table(
      'carrier;type;code;name;month',
      'tele3;option;A;Имя;1',
      'mts;пакет;A;Имя;1',
      'mts;option;;Имя;1',
      'mts;option;A;;1',
      'mts;option;A;Имя;сто',
      'mts;option;A;Имя;100',
    ),
    ['mts'],
  );
  expect(list).toMatchObject({
    rows: [{ code: 'A' }],
    faults: [
      { row: 2, reason: 'carrier' },
      { row: 3, reason: 'type' },
      { row: 4, reason: 'code' },
      { row: 5, reason: 'name' },
      { row: 6, reason: 'fee' },
    ],
  });
});
