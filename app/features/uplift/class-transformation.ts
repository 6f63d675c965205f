import type { Samples } from '#app/features/prediction/model.ts';
import type { Experiment } from './qini.ts';

/**
 * The experiment as one question to a model that foretells classes: whether somebody did it and was contacted, or did
 * not and was left alone. With half of all contacted, the uplift of a row is twice the probability less one.
 * Jaskowski and Jaroszewicz (2012), Uplift modeling for clinical trial data, ICML workshop.
 */
export function transformClasses(
  { columns, values }: Omit<Samples, 'labels'>,
  { treated, outcome }: Experiment,
): Samples {
  return { columns, values, labels: outcome.map((did, row) => Number(did === treated[row])) };
}
