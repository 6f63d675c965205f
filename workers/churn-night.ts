import { scoreNight } from '#app/features/churn/score-night.ts';
import { getChurnRun } from '#db/tenant/queries/churn-night.ts';
import { nightQueue } from './night-queue.ts';

/** Scored at a time: a process that is asked to end waits for no more. */
const pagesAtOnce = 20;

/** The night's scores of one date: how likely each line is to leave. */
export const churnNight = nightQueue({
  name: 'churn-night',
  getRun: getChurnRun,
  walk: ({ db, services, tenant: { timeZone } }, on) =>
    scoreNight({ db, now: services.now, timeZone }, on, pagesAtOnce),
});
