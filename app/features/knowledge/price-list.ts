import { parseRubles } from './parse-rubles.ts';

/** One row of a carrier's price list. Fees in kopecks; `null`: the list does not say. */
export type PriceRow = {
  carrier: string;
  type: 'option' | 'tariff';
  code: string;
  name: string;
  feeOnceKopecks: number | null;
  feeMonthKopecks: number | null;
};
export type PriceFault = { row: number; reason: 'type' | 'code' | 'name' | 'carrier' | 'fee' };
export type PriceList = { rows: PriceRow[]; faults: PriceFault[] } | { missing: string[] };

const headings = {
  carrier: ['carrier', 'оператор'],
  type: ['type', 'тип', 'вид'],
  code: ['code', 'код'],
  name: ['name', 'название', 'наименование'],
  once: ['once', 'разово', 'подключение'],
  month: ['month', 'в месяц', 'абонентская плата'],
};
type Column = keyof typeof headings;
const types: Record<string, PriceRow['type']> = {
  option: 'option',
  опция: 'option',
  услуга: 'option',
  tariff: 'tariff',
  тариф: 'tariff',
};

/** Reads a table whose first row names the columns, in any order. `carriers`: the ids there are. */
export function readPriceList(
  table: readonly { row: number; cells: readonly string[] }[],
  carriers: readonly string[],
): PriceList {
  const [head, ...body] = table;
  const titles = (head?.cells ?? []).map((cell) => cell.trim().toLowerCase());
  const places = new Map(
    columns.map((column) => [column, titles.findIndex((title) => headings[column].includes(title))]),
  );
  const missing = columns.filter((column) => column !== 'once' && places.get(column) === -1);
  if (missing.length > 0) return { missing };
  const list: { rows: PriceRow[]; faults: PriceFault[] } = { rows: [], faults: [] };
  for (const { row, cells } of body) {
    const cell = (column: Column) => (cells[places.get(column) ?? -1] ?? '').trim();
    const read = readRow(cell, carriers);
    if ('reason' in read) list.faults.push({ row, reason: read.reason });
    else list.rows.push(read);
  }
  return list;
}
const columns = Object.keys(headings) as Column[];

function readRow(
  cell: (column: Column) => string,
  carriers: readonly string[],
): PriceRow | { reason: PriceFault['reason'] } {
  const carrier = cell('carrier').toLowerCase();
  const type = types[cell('type').toLowerCase()];
  const once = parseRubles(cell('once'));
  const month = parseRubles(cell('month'));
  if (!carriers.includes(carrier)) return { reason: 'carrier' };
  if (!type) return { reason: 'type' };
  if (!/^\S{1,64}$/.test(cell('code'))) return { reason: 'code' };
  if (cell('name') === '' || cell('name').length > 200) return { reason: 'name' };
  if (once === undefined || month === undefined) return { reason: 'fee' };
  return {
    carrier,
    type,
    code: cell('code'),
    name: cell('name'),
    feeOnceKopecks: once,
    feeMonthKopecks: month,
  };
}
