import { v7 as uuid } from 'uuid';
import { type Actor, can } from '#app/features/access/can.ts';
import { CsvBroken, type CsvForm, type CsvRow, readCsv } from '#app/platform/read-csv.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { listKnownBase } from '#db/tenant/queries/import.ts';
import { type ColumnMapping, type HeaderRefusal, layOutColumns } from './import-columns.ts';
import {
  type ImportAccount,
  type ImportedLine,
  type ImportLayout,
  type Rejection,
  readImportRow,
} from './import-row.ts';
import { type ImportPlan, planImport } from './plan-import.ts';
import { storeImport } from './store-import.ts';

/** Rows of data; `created + updated + unchanged + rejected = rows`. */
export type ImportReport = {
  rows: number;
  created: number;
  updated: number;
  unchanged: number;
  rejected: number;
};

/** `csv-broken`: the rows before `row` were taken in; with the file mended, it may be imported again. */
export type ImportRefusal =
  | HeaderRefusal
  | { code: 'forbidden'; action: 'subscriber:import' }
  | { code: 'file-empty' }
  | { code: 'csv-broken'; row: number; report: ImportReport };

export type ImportDesk = { db: TenantDb; actor: Actor; accounts: readonly ImportAccount[]; now: Date };
export type ImportOptions = {
  form?: CsvForm;
  mapping?: ColumnMapping;
  /** Called after every stretch of rows. */
  onProgress?: (report: ImportReport) => void;
  /** Called for every fault of every rejected row; the import waits for it. */
  onReject?: (rejection: Rejection) => void | Promise<void>;
};

const rowsPerBatch = 500;

/**
 * Takes in a list of subscribers, in bounded memory. Lines are known by their number, subscribers by their
 * contract, so the same file again changes nothing. A row with a fault is told and left out.
 */
export async function importSubscribers(
  desk: ImportDesk,
  source: AsyncIterable<Uint8Array>,
  options: ImportOptions = {},
): Promise<Result<ImportReport, ImportRefusal>> {
  if (!can(desk.actor, 'subscriber:import'))
    return refuse({ code: 'forbidden', action: 'subscriber:import' });
  const rows = readCsv(source, options.form);
  const report: ImportReport = { rows: 0, created: 0, updated: 0, unchanged: 0, rejected: 0 };
  const header = await readHeader(rows);
  if (header === 'broken') return refuse({ code: 'csv-broken', row: 1, report });
  if (header === 'none') return refuse({ code: 'file-empty' });
  const columns = layOutColumns(header, options.mapping);
  if (!columns.ok) return columns;
  const layout = { columns: columns.value, width: header.length, accounts: desk.accounts };
  const broken = await importRows(desk, rows, layout, report, options);
  return broken === null ? ok(report) : refuse({ code: 'csv-broken', row: broken, report });
}

async function readHeader(rows: AsyncIterator<CsvRow>): Promise<string[] | 'none' | 'broken'> {
  try {
    const first = await rows.next();
    return first.done ? 'none' : first.value.cells;
  } catch (error) {
    if (error instanceof CsvBroken) return 'broken';
    throw error;
  }
}

/** The row at which the file broke, or `null`. */
async function importRows(
  desk: ImportDesk,
  rows: AsyncIterable<CsvRow>,
  layout: ImportLayout,
  report: ImportReport,
  { onProgress, onReject }: ImportOptions,
): Promise<number | null> {
  const findRepeat = rememberRows();
  let broken: number | null = null;
  let batch: ImportedLine[] = [];
  const store = async () => {
    const counts = await storeBatch(desk, batch);
    batch = [];
    for (const outcome of ['created', 'updated', 'unchanged'] as const) report[outcome] += counts[outcome];
    onProgress?.({ ...report });
  };
  try {
    for await (const { row, cells } of rows) {
      report.rows += 1;
      const read = readImportRow(row, cells, layout);
      const rejections = read.ok ? findRepeat(read.value) : read.error.rejections;
      if (read.ok && rejections.length === 0) batch.push(read.value);
      else report.rejected += 1;
      for (const rejection of rejections) await onReject?.(rejection);
      if (batch.length === rowsPerBatch) await store();
    }
  } catch (error) {
    if (!(error instanceof CsvBroken)) throw error;
    broken = error.row;
  }
  await store();
  return broken;
}

/** Of the rows before, only numbers, contracts and the contracts' names are kept. */
function rememberRows(): (line: ImportedLine) => Rejection[] {
  const numbers = new Map<number, number>();
  const contracts = new Map<string, { row: number; name: string }>();
  return ({ row, msisdn, contract, name }) => {
    const number = Number(msisdn.slice(1));
    const rowOfNumber = numbers.get(number);
    if (rowOfNumber)
      return [{ row, field: 'msisdn', fault: 'number-twice', value: msisdn, otherRow: rowOfNumber }];
    const known = contract === undefined ? undefined : contracts.get(contract);
    if (known && known.name !== name) {
      return [
        { row, field: 'contract', fault: 'contract-of-another-name', value: name, otherRow: known.row },
      ];
    }
    numbers.set(number, row);
    if (contract !== undefined && !known) contracts.set(contract, { row, name });
    return [];
  };
}

/** How often a batch is decided anew when another writer was faster. */
const attempts = 3;

async function storeBatch(
  { db, now }: ImportDesk,
  batch: readonly ImportedLine[],
): Promise<ImportPlan['counts']> {
  const msisdns = batch.map((row) => row.msisdn);
  const contracts = batch.map((row) => row.contract ?? row.msisdn.slice(1));
  for (let attempt = 1; ; attempt += 1) {
    const plan = planImport(batch, await listKnownBase(db, msisdns, contracts), { now, newId: uuid });
    const statements = storeImport(db, plan);
    if (statements.length === 0) return plan.counts;
    const written = await commit(db, statements);
    if (written.ok) return plan.counts;
    if (attempt === attempts)
      throw new Error(`Other writers kept changing the rows of this import (${written.conflict}).`);
  }
}
