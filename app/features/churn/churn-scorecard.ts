import { uncalibrated } from '#app/features/prediction/calibrate.ts';
import type { ModelParameters, Term } from '#app/features/prediction/model.ts';
import { type LineNumber, lineNumbers } from './line-features.ts';

type Steps = { cuts: number[]; values: number[]; missing?: number };

/** Points of experience, log odds: what is used until a client company has a history of its own to learn from. */
const points: Partial<Record<LineNumber, Steps>> = {
  tenureMonths: { cuts: [6, 12, 36], values: [0.6, 0.3, 0, -0.5] },
  absences: { cuts: [0], values: [0, 0.7] },
  useGrowth: { cuts: [-0.7, -0.4, -0.15], values: [1.4, 0.8, 0.3, -0.2] },
  feeGrowth: { cuts: [0.1], values: [0, 0.4] },
  refusals: { cuts: [0, 1], values: [0, 0.4, 0.8] },
  complaints: { cuts: [0, 1], values: [-0.1, 0.6, 1.1] },
  waitHours: { cuts: [24, 72], values: [0, 0.2, 0.5] },
  rating: { cuts: [2.5, 3.9], values: [0.7, 0.2, -0.2] },
  overdueDays: { cuts: [0, 30], values: [0, 0.2, 0.6] },
};

/** One line in twenty-five leaves within the time that is foretold, where nothing else is known of it. */
export const churnScorecard: ModelParameters = {
  kind: 'scorecard',
  intercept: -3.2,
  calibration: uncalibrated,
  terms: lineNumbers.map((name): Term => {
    const { cuts, values, missing = 0 } = points[name] ?? { cuts: [], values: [0] };
    return { name, kind: 'steps', cuts, values, missing };
  }),
};
