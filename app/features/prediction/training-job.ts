import { type ChurnTraining, trainChurn } from '#app/features/churn/train-churn.ts';
import { type NonpaymentTraining, trainNonpayment } from './train-nonpayment.ts';
import type { TrainingResult } from './train-target.ts';

/** All that a training needs: plain data, which goes to a thread as it is. */
export type TrainingJob =
  | { target: 'nonpayment'; input: NonpaymentTraining }
  | { target: 'churn'; input: ChurnTraining };

export function train(job: TrainingJob): TrainingResult {
  return job.target === 'churn' ? trainChurn(job.input) : trainNonpayment(job.input);
}
