import { walkNight } from '#app/features/ladder/walk-night.ts';
import { openModelInForce } from '#app/features/prediction/open-model-in-force.ts';
import { getDebtRun } from '#db/tenant/queries/debt-pages.ts';
import { nightQueue } from './night-queue.ts';

/** Walked at a time: a process that is asked to end waits for no more. */
const pagesAtOnce = 80;

/** The night's work of one date: every debtor's ladder, page by page. */
export const debtNight = nightQueue({
  name: 'debt-night',
  getRun: getDebtRun,
  async walk({ db, services, tenant }, on) {
    const model = await openModelInForce(db, services.now());
    return walkNight({ db, now: services.now, tenant, model }, on, pagesAtOnce);
  },
});
