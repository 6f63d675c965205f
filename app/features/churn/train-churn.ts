import {
  type InForce,
  type TargetSetup,
  type TrainingResult,
  trainTarget,
} from '#app/features/prediction/train-target.ts';
import { churnScorecard } from './churn-scorecard.ts';
import { churnSamples } from './line-columns.ts';
import type { AsOf, LineLife } from './line-life.ts';
import { horizonDays, replayLine } from './replay-lives.ts';

/** `left`: the dates of a life's departures that count as churn, in the same order as the lives. */
export type ChurnTraining = {
  lives: readonly LineLife[];
  left: readonly (readonly string[])[];
  days: readonly AsOf[];
  until: string;
  inForce: InForce | null;
};

const setup: TargetSetup = {
  coldStart: churnScorecard,
  ridge: 10,
  // Tenure grows by itself; which tariffs and carriers there are is told by the model's own levels.
  undrifted: ['tenureMonths', 'tariff', 'carrier'],
  recentDays: horizonDays + 2,
};

/** Learns who left from what was known of lines before. */
export function trainChurn({ lives, left, days, until, inForce }: ChurnTraining): TrainingResult {
  const replayed = lives
    .flatMap((life, place) => replayLine(life, left[place] ?? [], days))
    .sort((a, b) => (a.asOf < b.asOf ? -1 : a.asOf > b.asOf ? 1 : 0));
  const dates = replayed.map(({ asOf }) => asOf);
  const rows = { samples: churnSamples(replayed), dates, subjects: lives.length };
  return trainTarget(rows, setup, { until, inForce });
}
