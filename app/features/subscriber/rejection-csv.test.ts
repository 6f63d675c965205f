import { expect, test } from 'vitest';
import { csvCell, rejectionCsv } from './rejection-csv.ts';

test.each([
  ['Иванов', '"Иванов"'],
  ['ООО "Ромашка"; филиал', '"ООО ""Ромашка""; филиал"'],
  ['=1+1', '"\'=1+1"'],
  ['+79161234567', '"\'+79161234567"'],
  [' \t@cmd', '"\' \t@cmd"'],
  ['＝1', '"\'＝1"'],
  ['"=1', '"\'""=1"'],
])('%j becomes %j', (value, cell) => {
  expect(csvCell(value)).toBe(cell);
});

test('one line a fault, for Excel', () => {
  const csv = rejectionCsv(
    ['Строка', 'Колонка', 'Значение', 'Почему'],
    [{ row: 7, field: 'номер', value: '12', why: 'коротко' }],
  );
  expect(csv).toBe('\uFEFF"Строка";"Колонка";"Значение";"Почему"\r\n"7";"номер";"12";"коротко"\r\n');
});
