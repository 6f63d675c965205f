import { type Action, type Actor, can } from '#app/features/access/can.ts';
import { addDays, daysBetween } from '#app/features/sla/calendar-date.ts';
import { dateAt, midnightOf } from '#app/features/sla/wall-clock.ts';
import { CsvBroken, readCsv } from '#app/platform/read-csv.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { storeWorkDays, type WorkDayRow } from '#db/tenant/queries/workload-night.ts';
import { foretellAgain } from './foretell-again.ts';
import { halfHourMs } from './half-hours.ts';
import type { WorkQueueKey } from './work-queue.ts';
import { layOutWork, readWorkRow, type WorkHeaderFault, type WorkRowFault } from './work-row.ts';

export type WorkReport = {
  rows: number;
  taken: number;
  rejected: number;
  /** The first of them, the header being row 1. */
  rejections: { row: number; why: WorkRowFault | 'ahead' }[];
  queues: WorkQueueKey[];
  from: string | null;
  to: string | null;
};
export type WorkImportFault =
  | { code: 'forbidden'; action: Action }
  | WorkHeaderFault
  | { code: 'csv-broken' }
  | { code: 'file-empty' }
  /** More queues or days than a centre has: another file was sent. */
  | { code: 'file-vast' };

/** `carriers`: those there are; a queue of another is a slip of the pen. */
type Desk = { db: TenantDb; actor: Actor; now: Date; timeZone: string; carriers: readonly string[] };
type Slots = Map<WorkQueueKey, Map<string, WorkDayRow>>;

const mostTold = 200;
const mostDays = 1500;
const mostQueues = 60;
const daysAtOnce = 400;

/**
 * Takes in call records. What a file tells of it tells whole: each of its queues gets every day between the first and the
 * last of the file, in place of what was imported for that day before. So the same file again changes nothing.
 */
export async function importWork(
  desk: Desk,
  file: AsyncIterable<Uint8Array>,
): Promise<Result<WorkReport, WorkImportFault>> {
  if (!can(desk.actor, 'workload:write')) return refuse({ code: 'forbidden', action: 'workload:write' });
  const report: WorkReport = {
    rows: 0,
    taken: 0,
    rejected: 0,
    rejections: [],
    queues: [],
    from: null,
    to: null,
  };
  const slots: Slots = new Map();
  let layout: ReturnType<typeof layOutWork> | null = null;
  try {
    for await (const { cells } of readCsv(file)) {
      if (!layout) layout = layOutWork(cells);
      else if (layout.ok) takeRow(desk, readWorkRow(cells, layout.value, desk), { report, slots });
      if (!layout.ok) return layout;
      if (isVast(slots, report)) return refuse({ code: 'file-vast' });
    }
  } catch (error) {
    if (error instanceof CsvBroken) return refuse({ code: 'csv-broken' });
    throw error;
  }
  if (report.rows === 0) return refuse({ code: 'file-empty' });
  await store(desk, slots, report);
  return ok({ ...report, queues: [...slots.keys()].sort() });
}

function takeRow(
  { now, timeZone }: Desk,
  read: ReturnType<typeof readWorkRow>,
  { report, slots }: { report: WorkReport; slots: Slots },
): void {
  report.rows += 1;
  const why = read.fault ?? (read.row.at > now.getTime() ? 'ahead' : null);
  if (why !== null || !read.row) {
    report.rejected += 1;
    if (why && report.rejections.length < mostTold) report.rejections.push({ row: report.rows + 1, why });
    return;
  }
  report.taken += 1;
  const { at, queue, seconds } = read.row;
  const on = dateAt(at, timeZone);
  if (!report.from || on < report.from) report.from = on;
  if (!report.to || on > report.to) report.to = on;
  const day = dayOf(slots, queue, on, timeZone);
  const slot = Math.floor((at - midnightOf(on, timeZone)) / halfHourMs);
  for (const [column, value] of [
    [3, 1],
    [4, 1],
    [5, seconds],
  ] as const)
    day[column][slot] = (day[column][slot] ?? 0) + value;
}

function dayOf(slots: Slots, queue: WorkQueueKey, on: string, timeZone: string): WorkDayRow {
  const days = slots.get(queue) ?? new Map<string, WorkDayRow>();
  slots.set(queue, days);
  const length = (midnightOf(addDays(on, 1), timeZone) - midnightOf(on, timeZone)) / halfHourMs;
  const zeros = () => Array<number>(Math.round(length)).fill(0);
  const day = days.get(on) ?? [queue, on, 'import', zeros(), zeros(), zeros()];
  days.set(on, day);
  return day;
}

function isVast(slots: Slots, { from, to }: WorkReport): boolean {
  return slots.size > mostQueues || (from !== null && to !== null && daysBetween(from, to) > mostDays);
}

async function store({ db, now, timeZone }: Desk, slots: Slots, { from, to }: WorkReport): Promise<void> {
  if (from === null || to === null) return;
  const dates = Array.from({ length: daysBetween(from, to) + 1 }, (_, day) => addDays(from, day));
  const rows = [...slots.keys()].flatMap((queue) => dates.map((on) => dayOf(slots, queue, on, timeZone)));
  for (let at = 0; at < rows.length; at += daysAtOnce) {
    const isLast = at + daysAtOnce >= rows.length;
    const again = isLast ? await foretellAgain(db, now) : [];
    await commit(db, [storeWorkDays(db, rows.slice(at, at + daysAtOnce), now), ...again]);
  }
}
