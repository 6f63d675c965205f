import type { TrainingPlan } from './carry-out-training.ts';
import { keepModelInForce } from './keep-model-in-force.ts';
import { readBalances, readHistories } from './read-histories.ts';
import { scorecard } from './scorecard.ts';

/** How the model of non-payment is trained. */
export const nonpaymentPlan: TrainingPlan = {
  openModel: (db, now) => keepModelInForce(db, 'nonpayment', scorecard, now),
  async read({ db, today, timeZone }, inForce) {
    const histories = await readHistories(db);
    const courses = await readBalances(db, histories, { until: today, timeZone });
    const rows = histories.reduce((sum, own) => sum + own.length, 0);
    return { job: { target: 'nonpayment', input: { histories, courses, until: today, inForce } }, rows };
  },
};
