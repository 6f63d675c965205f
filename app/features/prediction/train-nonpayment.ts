import { daysBetween } from '#app/features/sla/calendar-date.ts';
import { type BalanceCourse, balanceFallOf } from './balance-course.ts';
import type { Samples } from './model.ts';
import { nonpaymentColumns, nonpaymentRidge } from './nonpayment-features.ts';
import { type BalanceFall, type PastCharge, type ReplayedCharge, replayCharges } from './replay-charges.ts';
import { scorecard } from './scorecard.ts';
import { type InForce, type TargetSetup, type TrainingResult, trainTarget } from './train-target.ts';

/**
 * `histories`: the charges of one receivable each; `until`: the date on which the training stands; `courses`: of each
 * history how its balance went, its days counted from `until`; without them nothing is known of balances.
 */
export type NonpaymentTraining = {
  histories: readonly (readonly PastCharge[])[];
  courses?: readonly (BalanceCourse | null)[];
  until: string;
  inForce: InForce | null;
};
const setup: TargetSetup = {
  coldStart: scorecard,
  ridge: nonpaymentRidge,
  // They grow by themselves from month to month.
  undrifted: ['charges', 'tenureDays'],
  recentDays: 62,
};

/** Learns who pays late from how charges were paid before. */
export function trainNonpayment({ histories, courses, until, inForce }: NonpaymentTraining): TrainingResult {
  const replayed = histories
    .flatMap((own, place) => replayCharges(own, until, fallsOf(courses?.[place] ?? null, until)))
    .sort((a, b) => (a.asOf < b.asOf ? -1 : 1));
  const dates = replayed.map(({ asOf }) => asOf);
  const rows = { samples: samplesOf(replayed), dates, subjects: histories.length };
  return trainTarget(rows, setup, { until, inForce });
}

function fallsOf(course: BalanceCourse | null, until: string): BalanceFall {
  return course ? (asOf) => balanceFallOf(course, daysBetween(until, asOf)) : () => null;
}

export function samplesOf(replayed: readonly Pick<ReplayedCharge, 'features' | 'isLate'>[]): Samples {
  return {
    columns: nonpaymentColumns,
    values: nonpaymentColumns.map((_, column) =>
      Float64Array.from(replayed, ({ features }) => features[column] ?? Number.NaN),
    ),
    labels: Uint8Array.from(replayed, ({ isLate }) => (isLate ? 1 : 0)),
  };
}
