import { runWorkloadNight } from '#app/features/workload/run-workload-night.ts';
import { getWorkloadRun } from '#db/tenant/queries/workload-night.ts';
import { nightQueue } from './night-queue.ts';

/** The night's forecasts of one date: what came is counted, what will come is foretold queue by queue. */
export const workloadNight = nightQueue({
  name: 'workload-night',
  getRun: getWorkloadRun,
  walk: ({ db, services, tenant: { timeZone } }, on) =>
    runWorkloadNight({ db, now: services.now(), timeZone }, on),
});
