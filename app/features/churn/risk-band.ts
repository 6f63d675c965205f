import type { RiskBand } from './churn.ts';

/** Times the share that leaves anyway. */
const bounds = { medium: 1.5, high: 3 };

/** `usual`: the share that left within the horizon of those who judged the model. */
export function bandOf(probability: number, usual: number): RiskBand {
  if (probability >= bounds.high * usual) return 'high';
  return probability >= bounds.medium * usual ? 'medium' : 'low';
}
