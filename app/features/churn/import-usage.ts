import { type Action, type Actor, can } from '#app/features/access/can.ts';
import { dateAt } from '#app/features/sla/wall-clock.ts';
import { CsvBroken, type CsvForm, readCsv } from '#app/platform/read-csv.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { listLinesByNumber, storeUsedDays } from '#db/tenant/queries/line-usage.ts';
import {
  layOutUsage,
  readUsageRow,
  type UsageFault,
  type UsageHeaderFault,
  type UsageLayout,
  type UsageMapping,
  type UsageRow,
} from './usage-row.ts';

export type UsageRejection = { row: number; why: UsageFault | 'unknown-number' };
export type UsageReport = {
  /** Of data; `taken + rejected = rows`. */
  rows: number;
  taken: number;
  rejected: number;
  /** The first of them, the header being row 1. */
  rejections: UsageRejection[];
};
/** `csv-broken`: the rows before `row` were taken in; with the file mended, it may be imported again. */
export type UsageImportFault =
  | { code: 'forbidden'; action: Action }
  | UsageHeaderFault
  | { code: 'csv-broken'; row: number; report: UsageReport }
  | { code: 'file-empty' };
export type UsageDesk = { db: TenantDb; actor: Actor; now: Date; timeZone: string };
export type UsageOptions = {
  form?: CsvForm;
  mapping?: UsageMapping;
  onProgress?: (report: UsageReport) => void;
  /** Of every rejected row; the import waits for it. */
  onReject?: (rejection: UsageRejection) => void | Promise<void>;
};
type Taken = { row: number; used: UsageRow };

const [rowsPerBatch, mostTold] = [1000, 200];

/**
 * Takes in what lines used, a row a line and day, as it arrives and in bounded memory; what cannot be taken is told with
 * its row. The same file again changes nothing, and a day that is told anew takes the place of what was told of it.
 */
export async function importUsage(
  desk: UsageDesk,
  file: AsyncIterable<Uint8Array>,
  options: UsageOptions = {},
): Promise<Result<UsageReport, UsageImportFault>> {
  if (!can(desk.actor, 'churn:write')) return refuse({ code: 'forbidden', action: 'churn:write' });
  const today = dateAt(desk.now.getTime(), desk.timeZone);
  const running = new UsageImport(desk, options);
  let layout: UsageLayout | null = null;
  try {
    for await (const { row, cells } of readCsv(file, options.form)) {
      if (layout) await running.take(row, readUsageRow(cells, layout, today));
      else {
        const laid = layOutUsage(cells, options.mapping);
        if (!laid.ok) return laid;
        layout = laid.value;
      }
    }
  } catch (error) {
    if (!(error instanceof CsvBroken)) throw error;
    return refuse({ code: 'csv-broken', row: error.row, report: await running.end() });
  }
  const report = await running.end();
  return report.rows > 0 ? ok(report) : refuse({ code: 'file-empty' });
}

/** Gathers rows into batches. */
class UsageImport {
  readonly #desk: UsageDesk;
  readonly #options: UsageOptions;
  readonly #report: UsageReport = { rows: 0, taken: 0, rejected: 0, rejections: [] };
  #waiting: Taken[] = [];

  constructor(desk: UsageDesk, options: UsageOptions) {
    this.#desk = desk;
    this.#options = options;
  }

  async take(row: number, read: Result<UsageRow, { code: UsageFault }>): Promise<void> {
    this.#report.rows += 1;
    if (!read.ok) return this.#reject({ row, why: read.error.code });
    this.#waiting.push({ row, used: read.value });
    if (this.#waiting.length === rowsPerBatch) await this.#store();
  }

  async end(): Promise<UsageReport> {
    if (this.#waiting.length > 0) await this.#store();
    return this.#report;
  }

  async #store(): Promise<void> {
    const { db, now } = this.#desk;
    const waiting = this.#waiting;
    this.#waiting = [];
    const numbers = waiting.map(({ used }) => used.msisdn);
    const lineIds = await listLinesByNumber(db, numbers);
    const days = [];
    for (const { row, used } of waiting) {
      const lineId = lineIds.get(used.msisdn);
      if (lineId) days.push({ ...used, lineId });
      else await this.#reject({ row, why: 'unknown-number' });
    }
    if (days.length > 0) await commit(db, storeUsedDays(db, days, now));
    this.#report.taken += days.length;
    this.#options.onProgress?.({ ...this.#report });
  }

  async #reject(rejection: UsageRejection): Promise<void> {
    this.#report.rejected += 1;
    if (this.#report.rejections.length < mostTold) this.#report.rejections.push(rejection);
    await this.#options.onReject?.(rejection);
  }
}
