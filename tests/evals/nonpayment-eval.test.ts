import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createDraws } from '#seeds/draws.ts';
import { churn } from './churn-eval.ts';
import { readDate, readInvoices, readMap } from './invoices.ts';
import { nonpayment } from './nonpayment-eval.ts';
import { readColumns } from './read-table.ts';

const say = () => {};
const fileOf = (rows: Record<string, unknown>[]) => {
  const path = join(mkdtempSync(join(tmpdir(), 'pult-')), 'data.csv');
  const names = Object.keys(rows[0] ?? {});
  writeFileSync(path, [names, ...rows.map((row) => names.map((name) => row[name]))].join('\n'));
  return path;
};
const dateOf = (day: number) => new Date(Date.UTC(2025, 0, 1 + day)).toISOString().slice(0, 10);

/** Forty clients, each with a habit; `leak` knows the outcome, nine times of ten. */
function drawInvoices() {
  const draws = createDraws(3);
  return Array.from({ length: 40 }, (_, client) => {
    const lateOften = client % 3 === 0;
    return Array.from({ length: 20 }, (_, month) => {
      const isLate = draws.chance(lateOften ? 0.8 : 0.1);
      const due = month * 15 + 10;
      return {
        Client: `c${client}`,
        Issued: dateOf(month * 15),
        Due: dateOf(due),
        Paid: dateOf(due + (isLate ? draws.int(1, 9) : -draws.int(0, 5))),
        Sum: `${draws.int(100, 900)}.50`,
        leak: draws.chance(0.9) === isLate ? 'x' : 'y',
        harmless: draws.int(0, 9),
      };
    });
  }).flat();
}
const map = 'customer=Client,issued=Issued,due=Due,settled=Paid,amount=Sum';

test('any file with a map of its columns is judged; a column that knows the answer is named and is no input', async () => {
  const options = { data: fileOf(drawInvoices()), map, split: '2025-08-01' };
  const { figures, limited } = await nonpayment({ say, options });
  expect(limited.auc).toBeGreaterThan(0.75);
  expect(limited.shuffledAucLeast).toBeGreaterThan(0.47);
  expect(limited.shuffledAucMost).toBeLessThan(0.53);
  expect(figures).toMatchObject({ suspicious: [{ column: 'leak' }], unused: ['leak', 'harmless'] });
});

test.each([
  ['2013-06-01', '2013-06-01'],
  ['6/1/2013', '2013-06-01'],
  ['01.06.2013', '2013-06-01'],
  ['13/45/2013', null],
  ['June', null],
])('the date %s', (text, expected) => {
  expect(readDate(text)).toBe(expected);
});

test('whatever cannot be read is named with its row', () => {
  const row = { Client: 'c', Issued: '2025-01-01', Due: '2025-01-11', Paid: '', Sum: '10,50' };
  expect(readInvoices([row], readMap(map))).toMatchObject([{ settledOn: null, kopecks: 1050 }]);
  expect(() => readInvoices([row, { ...row, Sum: 'ten' }], readMap(map))).toThrow(
    'Row 3: "ten" is no amount',
  );
  expect(() => readInvoices([row], readMap('due=Deadline'))).toThrow('has no column');
  expect(() => readMap('deadline=Due')).toThrow('Fields: customer');
  expect(() => readMap('due')).toThrow('maps nothing');
});

test('columns are numbers, categories with gaps, or names that are left out', () => {
  const rows = Array.from({ length: 100 }, (_, n) => ({
    id: `n${n}`,
    age: n < 5 ? '' : `${n}`,
    plan: n % 2 ? 'a' : '',
    one: 'x',
  }));
  const { columns, values, leftOut } = readColumns(
    rows.map((row) => ({ ...row, plan: row.plan || 'b' })),
    ['id', 'age', 'plan', 'one'],
  );
  expect(columns).toEqual([
    { name: 'age', kind: 'number' },
    { name: 'plan', kind: 'category', levels: ['a', 'b'] },
  ]);
  expect(values[0]?.slice(3, 6)).toEqual(Float64Array.of(Number.NaN, Number.NaN, 5));
  expect(leftOut).toEqual(['id', 'one']);
});

test('churn of any table: a leak is named and left out, shuffled labels teach nothing', async () => {
  const draws = createDraws(11);
  const rows = Array.from({ length: 1500 }, (_, n) => {
    const months = draws.int(1, 60);
    const leaves = draws.chance(months < 12 ? 0.6 : 0.1);
    return {
      id: `k${n}`,
      months,
      plan: draws.pick(['a', 'b']),
      left: leaves ? 'yes' : 'no',
      leak: leaves ? draws.int(5, 9) : draws.int(1, 5),
    };
  });
  const options = { data: fileOf(rows), target: 'left', seed: '1' };
  const { figures, limited } = await churn({ say, options });
  expect(figures).toMatchObject({ leftOut: ['id'], suspicious: [{ column: 'leak' }] });
  expect(limited.auc).toBeGreaterThan(0.68);
  expect(limited.auc).toBeLessThan(0.85);
  expect(Math.abs((limited.shuffledAucLeast ?? 0) - 0.5)).toBeLessThan(0.08);
  await expect(churn({ say, options: { ...options, target: 'months' } })).rejects.toThrow('not two');
});
