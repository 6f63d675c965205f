import type { ModelParameters } from './model.ts';
import { nonpaymentColumns } from './nonpayment-features.ts';
import { type Reason, reasonsOf } from './reasons.ts';
import { compileScorer } from './scorer.ts';

/** `probability`: not to have paid by the due date, 0…1. `reasons`: the strongest first, at most three. */
export type NonpaymentForecast = { probability: number; reasons: Reason[] };

/** Made once for many forecasts. The columns of the model are found by their names: it may be older than ours. */
export function openForecasts(model: ModelParameters): (features: ArrayLike<number>) => NonpaymentForecast {
  const { probabilityOf, contributions } = compileScorer(model);
  const places = model.terms.map(({ name }) => nonpaymentColumns.findIndex((column) => column.name === name));
  const row = new Float64Array(places.length);
  const byFeature = new Float64Array(nonpaymentColumns.length);
  return (features) => {
    for (const [term, place] of places.entries()) row[term] = features[place] ?? Number.NaN;
    const probability = probabilityOf(row);
    for (const [term, place] of places.entries()) byFeature[place] = contributions[term] ?? 0;
    return { probability, reasons: reasonsOf(features, byFeature) };
  };
}
