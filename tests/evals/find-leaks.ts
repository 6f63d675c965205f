import { fitModel, foretell } from '#app/features/prediction/fit-model.ts';
import { aucOf } from '#app/features/prediction/metrics.ts';
import type { Samples } from '#app/features/prediction/model.ts';
import { drawFolds, pickRows } from '#app/features/prediction/split-rows.ts';

/**
 * `alone`: the AUC of the column by itself; `gain`: what it adds to the AUC of all others. `isSure`: alone it knows nearly
 * everything; what is not sure may be an honest column that is just good, and a person has to look at it.
 */
export type Leak = { column: string; alone: number; gain: number; isSure: boolean };

const tooGoodAlone = 0.9;
/** Beside columns that by themselves are good already; beside bad ones any good column adds much. */
const tooGoodBeside = 0.05;
const goodWithout = 0.7;
const looked = 3;
const mostBeside = 40;
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
  // Of a table of hundreds of columns only the best stand beside a suspect: the others add nothing but time.
  const best = alone.slice(0, sure.length + mostBeside).map(({ column }) => column);
  const isAsked = (name: string) => asked.includes(name);
  const rest = names.filter((name) => !sure.includes(name) && (!isAsked(name) || best.includes(name)));
  const without = (column: string) => rest.filter((name) => name !== column);
  return alone.slice(0, sure.length + looked).flatMap((one) => {
    const others = without(one.column);
    const aucWithout = others.length > 0 ? aucWith(others) : 0.5;
    const gain = aucWith([...others, one.column]) - aucWithout;
    const isSure = one.alone >= tooGoodAlone;
    return isSure || (gain >= tooGoodBeside && aucWithout >= goodWithout) ? [{ ...one, gain, isSure }] : [];
  });
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
