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
};

/** How right the forecast of a day was, channel by channel; those of which nothing was foretold are left out. */
export function judgeForecast(queues: readonly QueueDay[]): JudgedChannel[] {
  return workChannels.flatMap((channel) => {
    const own = queues.filter(({ queue }) => partsOf(queue).channel === channel);
    if (own.length === 0) return [];
    const errors = own.reduce<Errors>(
      (all, { foretold, came }) => addErrors(all, errorsOf(foretold, came)),
      noErrors,
    );
    const known = (share: number) => (Number.isFinite(share) ? share : null);
    return [
      {
        channel,
        foretold: own.reduce((sum, { foretold }) => sum + sumOf(foretold), 0),
        came: errors.came,
        wape: known(wapeOf(errors)),
        chance: known(noiseFloor(errors)),
      },
    ];
  });
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
