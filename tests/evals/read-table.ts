import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Column, Samples } from '#app/features/prediction/model.ts';

export type Row = Record<string, string>;
/** So many different words are names, not categories. */
const mostLevels = 60;

/** A CSV file with a heading; cells without the space around them. Throws when it holds no rows. */
export function readTable(path: string): Row[] {
  const rows: Row[] = parse(readFileSync(path), {
    columns: true,
    bom: true,
    trim: true,
    skip_empty_lines: true,
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
 * What the columns hold is seen from them: a number where every cell that is not empty is one, else a category; a column
 * of names, of more than 60 different words, or of one value is left out. An empty cell is missing.
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
  if (levels.every((cell) => Number.isFinite(Number(cell)))) {
    const values = Float64Array.from(cells, (cell) => (cell === '' ? Number.NaN : Number(cell)));
    return { column: { name, kind: 'number' }, values };
  }
  if (levels.length > mostLevels) return null;
  const places = new Map(levels.map((level, index) => [level, index]));
  const values = Float64Array.from(cells, (cell) => places.get(cell) ?? Number.NaN);
  return { column: { name, kind: 'category', levels }, values };
}
