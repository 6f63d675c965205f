import { createHash } from 'node:crypto';
import { z } from 'zod';
import { CsvBroken, type CsvRow, readCsv } from '#app/platform/read-csv.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import {
  type BillingCells,
  type BillingColumn,
  type BillingFault,
  billingColumns,
  billingContents,
  cellsOf,
  layOutBilling,
  readBillingRow,
} from './billing-row.ts';
import type { Booking } from './plan-bookings.ts';

export const BillingFileInput = z.strictObject({
  content: z.enum(billingContents),
  name: z.string().trim().min(1, 'required').max(200, 'long'),
  /** The table as text: the page has decoded it already. */
  text: z.string().min(1, 'required').max(6_000_000, 'long'),
});
export type BillingFileInput = z.infer<typeof BillingFileInput>;

/** `csv-broken`: from the row of this `number` on it cannot be read; nothing of the file is booked. */
export type BillingFileRefusal =
  | { code: 'file-empty' }
  | { code: 'columns-missing'; columns: BillingColumn[] }
  | { code: 'csv-broken'; number: number };

export type BillingRow = { row: number; text: string; booking: Result<Booking, BillingFault> };

/** The same table of the same kind has the same hash, under whatever name it comes. */
export function hashOf({ content, text }: BillingFileInput): string {
  return createHash('sha256').update(`${content}\n${text}`).digest('hex');
}

/** Reads all rows of a file; each is a booking, or says why it cannot be one. */
export async function readBillingFile(
  { content, text }: BillingFileInput,
  fileId: string,
): Promise<Result<BillingRow[], BillingFileRefusal>> {
  const read = await readRows(text);
  if (!Array.isArray(read)) return refuse(read);
  const [header, ...rows] = read;
  if (!header || rows.length === 0) return refuse({ code: 'file-empty' });
  const layout = layOutBilling(header.cells, content);
  if (!layout.ok) return layout;
  return ok(
    rows.map(({ row, cells }) => {
      const said = cellsOf(cells, layout.value);
      return { row, text: keptText(said), booking: readBillingRow(content, said, fileId) };
    }),
  );
}

async function readRows(
  text: string,
): Promise<CsvRow[] | Extract<BillingFileRefusal, { code: 'csv-broken' }>> {
  const rows: CsvRow[] = [];
  async function* bytes() {
    yield new TextEncoder().encode(text);
  }
  try {
    for await (const row of readCsv(bytes(), { encoding: 'utf-8' })) rows.push(row);
    return rows;
  } catch (error) {
    if (error instanceof CsvBroken) return { code: 'csv-broken', number: error.row };
    throw error;
  }
}

const separator = ';';

/** A row as it is kept for a person: its columns in our own order. */
function keptText(cells: BillingCells): string {
  return billingColumns.map((column) => cells[column].replaceAll(separator, ',')).join(separator);
}

/** The cells of a row that was kept. */
export function keptCells(text: string): BillingCells {
  const cells = text.split(separator);
  return Object.fromEntries(
    billingColumns.map((column, place) => [column, cells[place] ?? '']),
  ) as BillingCells;
}
