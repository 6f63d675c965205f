import type { PastCharge } from '#app/features/prediction/replay-charges.ts';
import { checkColumns, type Row } from './read-table.ts';

const fields = ['customer', 'issued', 'due', 'settled', 'amount'] as const;
type Field = (typeof fields)[number];
export type InvoiceMap = Record<Field, string>;
export type Invoice = PastCharge & { customer: string; row: Row };

/** What the columns are called in the public file of IBM. */
const usualMap: InvoiceMap = {
  customer: 'customerID',
  issued: 'InvoiceDate',
  due: 'DueDate',
  settled: 'SettledDate',
  amount: 'InvoiceAmount',
};

/** `customer=Client,due=Due on`: whatever is not named is called as in the public file. */
export function readMap(text = ''): InvoiceMap {
  const pairs = text
    .split(',')
    .filter(Boolean)
    .map((pair) => pair.split('=').map((part) => part.trim()));
  for (const [field = '', column] of pairs) {
    if (!fields.some((one) => one === field) || !column)
      throw new Error(`"${field}=${column ?? ''}" maps nothing. Fields: ${fields.join(', ')}.`);
  }
  return { ...usualMap, ...Object.fromEntries(pairs) };
}

/** Throws with the row where a date or an amount cannot be read. `settled` may be empty. */
export function readInvoices(rows: readonly Row[], map: InvoiceMap): Invoice[] {
  checkColumns(rows, Object.values(map));
  const isDayFirst = rows.some((row) => Number((row[map.issued] ?? '').split('/')[0]) > 12);
  return rows.map((row, index) => {
    const cell = (field: Field) => row[map[field]] ?? '';
    const dateOf = (field: Field) => readDate(cell(field), isDayFirst) ?? fail(index, field, cell(field));
    const amount = Number(cell('amount').replace(/[\s ]/g, '').replace(',', '.'));
    if (!Number.isFinite(amount)) fail(index, 'amount', cell('amount'));
    return {
      customer: cell('customer'),
      issuedOn: dateOf('issued'),
      dueOn: dateOf('due'),
      settledOn: cell('settled') === '' ? null : dateOf('settled'),
      kopecks: Math.round(amount * 100),
      row,
    };
  });
}

/** `2013-06-01`, `01.06.2013`, and `6/1/2013`: the month first unless the file shows otherwise. */
export function readDate(text: string, isDayFirst = false): string | null {
  const iso = /^(\d{4})-(\d\d?)-(\d\d?)/.exec(text);
  const dots = /^(\d\d?)\.(\d\d?)\.(\d{4})/.exec(text);
  const slashes = /^(\d\d?)\/(\d\d?)\/(\d{4})/.exec(text);
  const [year, month, day] = iso
    ? [iso[1], iso[2], iso[3]]
    : dots
      ? [dots[3], dots[2], dots[1]]
      : isDayFirst
        ? [slashes?.[3], slashes?.[2], slashes?.[1]]
        : [slashes?.[3], slashes?.[1], slashes?.[2]];
  if (!year || !month || !day) return null;
  const found = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return Number.isNaN(Date.parse(found)) ? null : found;
}

function fail(index: number, field: Field, text: string): never {
  throw new Error(`Row ${index + 2}: "${text}" is no ${field}.`);
}
