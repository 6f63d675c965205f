import {
  addErrors,
  type Errors,
  errorsOf,
  noErrors,
  noiseFloor,
  wapeOf,
} from '#app/features/workload/measure.ts';
import {
  partsOf,
  type WorkChannel,
  type WorkQueueKey,
  workChannels,
} from '#app/features/workload/work-queue.ts';

/** By half hour of the wall clock, 48; NaN: not known. */
export type QueueDay = { queue: WorkQueueKey; foretold: Float64Array; came: Float64Array };
/** `wape`: Σ|error| ÷ Σ of what came, by half hour and queue. `chance`: no forecast errs less in the long run. */
export type JudgedChannel = {
  channel: WorkChannel;
  foretold: number;
  came: number;
  wape: number | null;
  chance: number | null;
  /** The WAPE of the last week that was judged. */
  lastWeek: number | null;
};
type JudgedWeek = { queue: WorkQueueKey; errors: Errors };

/** How right the forecast of a day was, channel by channel; those of which nothing was foretold or judged are left out. */
export function judgeForecast(
  queues: readonly QueueDay[],
  weeks: readonly JudgedWeek[] = [],
): JudgedChannel[] {
  return workChannels.flatMap((channel) => {
    const isOwn = ({ queue }: { queue: WorkQueueKey }) => partsOf(queue).channel === channel;
    const [own, ownWeeks] = [queues.filter(isOwn), weeks.filter(isOwn)];
    if (own.length + ownWeeks.length === 0) return [];
    const errors = summed(own.map(({ foretold, came }) => errorsOf(foretold, came)));
    return [
      {
        channel,
        foretold: own.reduce((sum, { foretold }) => sum + sumOf(foretold), 0),
        came: errors.came,
        wape: known(wapeOf(errors)),
        chance: known(noiseFloor(errors)),
        lastWeek: known(wapeOf(summed(ownWeeks.map((week) => week.errors)))),
      },
    ];
  });
}

function summed(all: readonly Errors[]): Errors {
  return all.reduce(addErrors, noErrors);
}

function known(share: number): number | null {
  return Number.isFinite(share) ? share : null;
}

/** What was foretold of a channel, by hour of the wall clock from midnight; empty: nothing was. */
export function foretoldByHour(queues: readonly QueueDay[], channel: WorkChannel): number[] {
  const own = queues.filter(({ queue }) => partsOf(queue).channel === channel);
  if (own.length === 0) return [];
  return Array.from({ length: 24 }, (_, hour) =>
    own.reduce((sum, { foretold }) => sum + sumOf(foretold.subarray(2 * hour, 2 * hour + 2)), 0),
  );
}

function sumOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + (Number.isNaN(value) ? 0 : value), 0);
}
