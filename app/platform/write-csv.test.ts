import { expect, test } from 'vitest';
import { writeCsv } from './write-csv.ts';

test.each([
  ['Иванов', '"Иванов"'],
  ['ООО "Ромашка"; филиал', '"ООО ""Ромашка""; филиал"'],
  ['две\r\nстроки', '"две\r\nстроки"'],
  ['=1+1', '"\'=1+1"'],
  ['+79161234567', '"\'+79161234567"'],
  [' \t@cmd', '"\' \t@cmd"'],
  ['\u00a0-2', '"\'\u00a0-2"'],
  ['＝1', '"\'＝1"'],
  ['"=1', '"\'""=1"'],
  ['\u0000=1', '"\'\u0000=1"'],
  ['\u200b=1', '"\'\u200b=1"'],
])('%j becomes %j', (value, cell) => {
  expect(writeCsv([[value]])).toBe(`\uFEFF${cell}\r\n`);
});

test('numbers stay numbers, a negative one too, with the comma of Russian', () => {
  expect(writeCsv([['Сумма'], [-7.5]])).toBe('\uFEFF"Сумма"\r\n-7,5\r\n');
});
