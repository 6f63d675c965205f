import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Column, Samples } from '#app/features/prediction/model.ts';

export type Row = Record<string, string>;
/** So many different words are names, not categories. */
const mostLevels = 60;

/** So people write that they do not know. */
const unknown = new Set(['', 'na', 'n/a', 'nan', 'null', 'none', '?', '-']);
const delimiters = [',', ';', '\t', '|'] as const;

/**
 * A CSV file with a heading, parted by what parts its heading most; cells without the space around them, and empty where
 * they say that nothing is known. Throws when it holds no rows.
 */
export function readTable(path: string): Row[] {
  const text = readFileSync(path, 'utf8');
  const heading = text.slice(0, text.indexOf('\n') + 1 || undefined);
  const countOf = (mark: string) => heading.split(mark).length;
  const delimiter = delimiters.reduce((best, mark) => (countOf(mark) > countOf(best) ? mark : best));
  const rows: Row[] = parse(text, {
    columns: true,
    bom: true,
    trim: true,
    skip_empty_lines: true,
    relax_column_count: true,
    delimiter,
    cast: (cell, { header }) => (!header && unknown.has(cell.toLowerCase()) ? '' : cell),
  });
  if (rows.length === 0) throw new Error(`There are no rows in ${path}.`);
  return rows;
}

/** Throws when the file has no such column. */
export function checkColumns(rows: readonly Row[], asked: readonly string[]): void {
  const known = Object.keys(rows[0] ?? {});
  const missing = asked.filter((name) => !known.includes(name));
  if (missing.length === 0) return;
  throw new Error(`The file has no column ${missing.join(', ')}. It has: ${known.join(', ')}.`);
}

/**
 * What the columns hold is seen from them: a number where every cell that is not empty is one, days where every one is a
 * date, else a category; a column of names, of more than 60 different words, of running numbers, or of one value is left
 * out. An empty cell is missing.
 */
export function readColumns(
  rows: readonly Row[],
  names: readonly string[],
): Omit<Samples, 'labels'> & { leftOut: string[] } {
  const found = names.flatMap((name) => readColumn(rows, name) ?? []);
  const kept = new Set(found.map(({ column }) => column.name));
  return {
    columns: found.map(({ column }) => column),
    values: found.map(({ values }) => values),
    leftOut: names.filter((name) => !kept.has(name)),
  };
}

function readColumn(rows: readonly Row[], name: string): { column: Column; values: Float64Array } | null {
  const cells = rows.map((row) => row[name] ?? '');
  const levels = [...new Set(cells.filter((cell) => cell !== ''))].sort();
  if (levels.length < 2) return null;
  for (const numberOf of [Number, daysOf]) {
    if (!levels.every((cell) => Number.isFinite(numberOf(cell)))) continue;
    if (areRunning(levels, rows.length)) return null;
    const values = Float64Array.from(cells, (cell) => (cell === '' ? Number.NaN : numberOf(cell)));
    return { column: { name, kind: 'number' }, values };
  }
  if (levels.length > mostLevels) return null;
  const places = new Map(levels.map((level, index) => [level, index]));
  const values = Float64Array.from(cells, (cell) => places.get(cell) ?? Number.NaN);
  return { column: { name, kind: 'category', levels }, values };
}

/** A date, `2026-11-22` or `22.11.2026`, as days; NaN where it is none. */
function daysOf(cell: string): number {
  const [, day, month, year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})/.exec(cell) ?? [];
  const iso = year ? `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}` : cell;
  return /^\d{4}-\d{2}-\d{2}/.test(iso) ? Math.floor(Date.parse(iso.slice(0, 10)) / 86_400_000) : Number.NaN;
}

/** Whole numbers, another in each row, with few gaps: they name the rows. */
function areRunning(levels: readonly string[], rows: number): boolean {
  const numbers = levels.map(Number);
  if (levels.length < rows || rows < 20 || !numbers.every(Number.isInteger)) return false;
  const [least, most] = numbers.reduce(([low, high], one) => [Math.min(low, one), Math.max(high, one)], [
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ] as [number, number]);
  return most - least < 2 * rows;
}
