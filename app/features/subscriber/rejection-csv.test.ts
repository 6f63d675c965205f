import { expect, test } from 'vitest';
import { rejectionCsv } from './rejection-csv.ts';

test('one line a fault, for Excel', () => {
  const csv = rejectionCsv(
    ['Строка', 'Колонка', 'Значение', 'Почему'],
    [{ row: 7, field: 'номер', value: '12', why: 'коротко' }],
  );
  expect(csv).toBe('\uFEFF"Строка";"Колонка";"Значение";"Почему"\r\n"7";"номер";"12";"коротко"\r\n');
});
