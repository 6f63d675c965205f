import { fitModel, foretell } from '#app/features/prediction/fit-model.ts';
import { aucOf } from '#app/features/prediction/metrics.ts';
import type { Samples } from '#app/features/prediction/model.ts';
import { drawFolds, pickRows } from '#app/features/prediction/split-rows.ts';

/** `alone`: the AUC of the column by itself; `gain`: what it adds to the AUC of all others. */
export type Leak = { column: string; alone: number; gain: number };

const tooGoodAlone = 0.9;
const tooGoodBeside = 0.05;
const looked = 3;
const folds = 3;

/**
 * Columns that know too much: alone they put nine pairs of ten in order, or they add more to all others than anything
 * known beforehand does. Judged on rows that made no part of the model. `asked`: the columns that are looked at.
 */
export function findLeaks(samples: Samples, asked: readonly string[], seed: number): Leak[] {
  const drawn = drawFolds(samples.labels, folds, seed);
  const names = samples.columns.map(({ name }) => name);
  const aucWith = (kept: readonly string[]) => outOfFoldAuc(keepColumns(samples, kept), drawn);
  const alone = asked
    .map((column) => ({ column, alone: aucWith([column]) }))
    .sort((a, b) => b.alone - a.alone);
  const sure = alone.filter((one) => one.alone >= tooGoodAlone).map(({ column }) => column);
  const rest = names.filter((name) => !sure.includes(name));
  const gainOf = (column: string) =>
    rest.length > 0
      ? aucWith([...rest.filter((name) => name !== column), column]) -
        aucWith(rest.filter((name) => name !== column))
      : 0;
  return alone
    .slice(0, sure.length + looked)
    .map((one) => ({ ...one, gain: gainOf(one.column) }))
    .filter((one) => one.alone >= tooGoodAlone || one.gain >= tooGoodBeside);
}

export function keepColumns({ columns, values, labels }: Samples, kept: readonly string[]): Samples {
  const places = columns.flatMap(({ name }, index) => (kept.includes(name) ? [index] : []));
  return {
    columns: places.flatMap((index) => columns[index] ?? []),
    values: places.flatMap((index) => values[index] ?? []),
    labels,
  };
}

function outOfFoldAuc(samples: Samples, drawn: Uint8Array): number {
  const rows = [...samples.labels.keys()];
  const aucs = Array.from({ length: folds }, (_, fold) => {
    const model = fitModel(
      'additive',
      pickRows(
        samples,
        rows.filter((row) => drawn[row] !== fold),
      ),
    );
    const out = pickRows(
      samples,
      rows.filter((row) => drawn[row] === fold),
    );
    return aucOf(foretell(model, out), out.labels);
  });
  return aucs.reduce((sum, auc) => sum + auc, 0) / folds;
}
