import { uncalibrated } from './calibrate.ts';
import type { ModelParameters, Term } from './model.ts';
import { type NonpaymentFeature, nonpaymentColumns } from './nonpayment-features.ts';

type Steps = { cuts: number[]; values: number[]; missing?: number };

/** Points of experience, log odds: what is used until a client company has a history of its own to learn from. */
const points: Partial<Record<NonpaymentFeature, Steps>> = {
  lateShare: { cuts: [0, 0.15, 0.4, 0.7], values: [-1.2, -0.4, 0.4, 1.2, 2] },
  recentLate: { cuts: [0, 1], values: [-0.2, 0.3, 0.7] },
  usualDays: { cuts: [-5, 0], values: [-0.2, 0, 0.3] },
  overdueDays: { cuts: [0, 7, 30], values: [-0.1, 0.5, 1, 1.6] },
  relativeAmount: { cuts: [0.4], values: [0, 0.3] },
  charges: { cuts: [1], values: [0.3, 0] },
  balanceFall: { cuts: [1.5], values: [0, 0.4] },
};

/** One charge in five is paid late by somebody of whom nothing is known. */
export const scorecard: ModelParameters = {
  kind: 'scorecard',
  intercept: -1.39,
  calibration: uncalibrated,
  terms: nonpaymentColumns.map(({ name }): Term => {
    const { cuts, values, missing = 0 } = points[name] ?? { cuts: [], values: [0] };
    return { name, kind: 'steps', cuts, values, missing };
  }),
};
