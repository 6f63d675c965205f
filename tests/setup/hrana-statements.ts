import type { DatabaseSync, SQLInputValue, SQLOutputValue } from 'node:sqlite';

export type HranaValue =
  | { type: 'null' }
  | { type: 'integer'; value: string }
  | { type: 'float'; value: number }
  | { type: 'text'; value: string }
  | { type: 'blob'; base64: string };
export type HranaStatement = {
  sql?: string;
  sql_id?: number;
  args?: HranaValue[];
  named_args?: { name: string; value: HranaValue }[];
};
export type HranaError = { message: string; code: string };

/** Runs one statement and answers as libSQL's server does: integers as text, blobs in base64. */
export function runStatement(db: DatabaseSync, sql: string, { args, named_args }: HranaStatement) {
  const statement = db.prepare(sql);
  statement.setReadBigInts(true);
  statement.setReturnArrays(true);
  const named = Object.fromEntries((named_args ?? []).map(({ name, value }) => [name, bound(value)]));
  const given = (args ?? []).map(bound);
  const cols = statement.columns().map(({ name, type }) => ({ name, decltype: type }));
  if (cols.length === 0) {
    const { changes, lastInsertRowid } = statement.run(named, ...given);
    const last = String(lastInsertRowid);
    return { cols, rows: [], affected_row_count: Number(changes), last_insert_rowid: last };
  }
  const rows = statement.all(named, ...given) as unknown as SQLOutputValue[][];
  const affected = /\breturning\b/i.test(sql) ? rows.length : 0;
  return {
    cols,
    rows: rows.map((row) => row.map(told)),
    affected_row_count: affected,
    last_insert_rowid: null,
  };
}

function bound(value: HranaValue): SQLInputValue {
  if (value.type === 'null') return null;
  if (value.type === 'integer') return BigInt(value.value);
  return value.type === 'blob' ? Buffer.from(value.base64, 'base64') : value.value;
}

function told(value: SQLOutputValue): HranaValue {
  if (value === null) return { type: 'null' };
  if (typeof value === 'bigint') return { type: 'integer', value: String(value) };
  if (typeof value === 'number') return { type: 'float', value };
  if (typeof value === 'string') return { type: 'text', value };
  return { type: 'blob', base64: Buffer.from(value).toString('base64') };
}

const codes: Record<number, string> = { 5: 'SQLITE_BUSY', 8: 'SQLITE_READONLY', 19: 'SQLITE_CONSTRAINT' };

/** The server knows primary result codes only: a taken key is told by its message. */
export function errorOf(error: unknown): HranaError {
  if (!(error instanceof Error) || !('errcode' in error)) throw error;
  const code = codes[Number(error.errcode) % 256] ?? 'SQLITE_UNKNOWN';
  return { message: `SQLite error: ${error.message}`, code };
}
