import { and, eq } from 'drizzle-orm';
import { addDays } from '#app/features/sla/calendar-date.ts';
import { dateAt } from '#app/features/sla/wall-clock.ts';
import { commit, type Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { listWorkQueues } from '#db/tenant/queries/workload.ts';
import {
  getFirstContactAt,
  getLastEndedRun,
  getLastWorkloadRun,
  getWorkloadRun,
  type WorkloadRun,
} from '#db/tenant/queries/workload-night.ts';
import { workloadRuns } from '#db/tenant/schema/workload.ts';
import { countDeskDays } from './count-desk-days.ts';
import { keepForecast } from './keep-forecast.ts';

export type WorkloadNight = { db: TenantDb; now: Date; timeZone: string };

/** Counted in one batch. */
const daysAtOnce = 31;
/** A wrap-up may be written days after its call: the last days are counted again each night. */
const againDays = 3;

/**
 * A piece of a date's work, from where it stopped: first the days since the last night are counted, then each queue is
 * foretold. `more`: something is left. `superseded`: a later night was begun.
 */
export async function runWorkloadNight(
  night: WorkloadNight,
  on: string,
): Promise<'more' | 'over' | 'superseded'> {
  const run = await getWorkloadRun(night.db, on);
  if (!run || run.stage === 'ended') return 'over';
  if ((await getLastWorkloadRun(night.db))?.on !== on) return 'superseded';
  const next = run.stage === 'counting' ? await countOn(night, run) : await foretellOn(night, run);
  return next === 'ended' ? 'over' : 'more';
}

async function countOn(night: WorkloadNight, run: WorkloadRun): Promise<WorkloadRun['stage']> {
  const from = run.cursor || (await beginOf(night, run.on));
  const to = [addDays(from, daysAtOnce), run.on].sort()[0] ?? run.on;
  const isLast = to >= run.on;
  const stage = isLast ? 'foretelling' : 'counting';
  const counted = from < run.on ? await countDeskDays(night, { from, to }) : [];
  await move(night, run, { stage, cursor: isLast ? '' : to }, counted);
  return stage;
}

/** Where counting begins: some days before the last night, or with the first contact there ever was. */
async function beginOf({ db, timeZone }: WorkloadNight, on: string): Promise<string> {
  const last = await getLastEndedRun(db);
  if (last) return addDays(last.on, -againDays);
  const first = await getFirstContactAt(db);
  return first === null ? on : dateAt(first, timeZone);
}

async function foretellOn(night: WorkloadNight, run: WorkloadRun): Promise<WorkloadRun['stage']> {
  const queues = await listWorkQueues(night.db);
  const queue = queues.find((one) => one > run.cursor);
  const kept = queue ? await keepForecast(night, queue, run.on) : [];
  const stage = queue ? 'foretelling' : 'ended';
  await move(night, run, { stage, cursor: queue ?? run.cursor }, kept);
  return stage;
}

/** In one batch with what was done, and only from where it was read: the same piece is not written twice. */
async function move(
  { db, now }: WorkloadNight,
  { on, stage, cursor }: WorkloadRun,
  to: Pick<WorkloadRun, 'stage' | 'cursor'>,
  statements: Statement[],
): Promise<void> {
  const isHere = and(eq(workloadRuns.on, on), eq(workloadRuns.stage, stage), eq(workloadRuns.cursor, cursor));
  const moved = db
    .update(workloadRuns)
    .set({ ...to, changedAt: now })
    .where(isHere);
  const isOver = to.stage === 'ended' ? [{ topic: 'workload', id: on }] : [];
  await commit(db, [...statements, moved], isOver);
}
