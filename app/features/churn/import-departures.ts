import { type Action, type Actor, can } from '#app/features/access/can.ts';
import { dateAt } from '#app/features/sla/wall-clock.ts';
import { CsvBroken, readCsv } from '#app/platform/read-csv.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit, type Statement } from '#db/commit.ts';
import { findLineByNumber, listDepartures, storeLineLife } from '#db/tenant/queries/churn.ts';
import type { ChurnRefusal } from './churn-refusal.ts';
import {
  type DepartureRow,
  type HeaderFault,
  layOutDepartures,
  type RowFault,
  readDepartureRow,
} from './departure-row.ts';
import { type DepartureDesk, noteDeparture, noteReturn } from './note-departure.ts';

type TellFault = Exclude<ChurnRefusal['code'], 'forbidden' | 'line-not-found'>;
export type Rejection = { row: number; why: RowFault | 'unknown-number' | TellFault };
export type DepartureReport = {
  rows: number;
  noted: number;
  returned: number;
  known: number;
  rejected: number;
  /** The first of them, the header being row 1. */
  rejections: Rejection[];
};
export type ImportFault =
  | { code: 'forbidden'; action: Action }
  | HeaderFault
  | { code: 'csv-broken' }
  | { code: 'file-empty' };

const mostTold = 200;

/**
 * Takes in a list of departures as it arrives, a row at a time; each row stands by itself, and what cannot be taken is
 * told with its row. The same file again changes nothing; one that broke off goes on when it is sent again.
 */
export async function importDepartures(
  desk: DepartureDesk & { actor: Actor },
  file: AsyncIterable<Uint8Array>,
): Promise<Result<DepartureReport, ImportFault>> {
  if (!can(desk.actor, 'churn:write')) return refuse({ code: 'forbidden', action: 'churn:write' });
  const report: DepartureReport = { rows: 0, noted: 0, returned: 0, known: 0, rejected: 0, rejections: [] };
  let layout: ReturnType<typeof layOutDepartures> | null = null;
  try {
    for await (const { cells } of readCsv(file)) {
      if (!layout) {
        layout = layOutDepartures(cells);
        if (!layout.ok) return layout;
      } else if (layout.ok) {
        report.rows += 1;
        const why = await takeRow(desk, readDepartureRow(cells, layout.value), report);
        if (why) reject(report, why);
      }
    }
  } catch (error) {
    if (error instanceof CsvBroken) return refuse({ code: 'csv-broken' });
    throw error;
  }
  return layout && report.rows > 0 ? ok(report) : refuse({ code: 'file-empty' });
}

function reject(report: DepartureReport, why: Rejection['why']): void {
  report.rejected += 1;
  if (report.rejections.length < mostTold) report.rejections.push({ row: report.rows + 1, why });
}

/** Why the row was not taken; null: it was. */
async function takeRow(
  desk: DepartureDesk & { actor: Actor },
  read: ReturnType<typeof readDepartureRow>,
  report: DepartureReport,
): Promise<Rejection['why'] | null> {
  if (!read.row) return read.fault;
  const { row } = read;
  const lineId = await findLineByNumber(desk.db, row.msisdn);
  if (!lineId) return 'unknown-number';
  await commit(desk.db, lifeOf(desk, lineId, row));
  if (row.on === null) {
    report.known += 1;
    return null;
  }
  const before = await listDepartures(desk.db, lineId);
  const isKnown = (one: (typeof before)[number]) => one.on === row.on && one.kind === row.kind;
  const { kind, reason, note, on } = row;
  const noted = await noteDeparture(desk, { lineId, kind, on, reason, note }, `import:${desk.actor.userId}`);
  if (!noted.ok) return faultOf(noted.error);
  report[before.some(isKnown) ? 'known' : 'noted'] += 1;
  if (!row.returnedOn || before.some((one) => isKnown(one) && one.returnedOn === row.returnedOn)) return null;
  const returned = await noteReturn(desk, { lineId, on: row.returnedOn });
  if (!returned.ok) return faultOf(returned.error);
  report.returned += 1;
  return null;
}

function faultOf({ code }: ChurnRefusal): Rejection['why'] {
  return code === 'forbidden' || code === 'line-not-found' ? 'unknown-number' : code;
}

/** When the line joined, told by the client company, goes before what we know; traffic only ever moves on. */
function lifeOf({ db, now, timeZone }: DepartureDesk, lineId: string, row: DepartureRow): Statement[] {
  const { joinedOn, lastActiveOn } = row;
  if (!joinedOn && !lastActiveOn) return [];
  return [storeLineLife(db, { lineId, joinedOn, lastActiveOn, today: dateAt(now.getTime(), timeZone) })];
}
