import type { Column, ModelParameters, Samples } from '#app/features/prediction/model.ts';
import { type LineFeatures, lineCategories, lineNumbers } from './line-features.ts';
import type { ReplayedLine } from './replay-lives.ts';

/** Rarer tariffs say too little by themselves. */
const mostLevels = 30;

/** Replayed lines as rows by column; what a category may be is seen from them. */
export function churnSamples(rows: readonly ReplayedLine[]): Samples {
  const columns: Column[] = [
    ...lineNumbers.map((name) => ({ name, kind: 'number' as const })),
    ...lineCategories.map((name) => ({
      name,
      kind: 'category' as const,
      levels: levelsOf(rows, name),
      // The tariff before a change is not kept: whose tariff is not known stayed long enough to change it.
      isHindsight: name === 'tariff',
    })),
  ];
  const values = columns.map((column) => {
    const read = readerOf(column);
    return Float64Array.from(rows, ({ features }) => read(features));
  });
  return { columns, values, labels: Uint8Array.from(rows, ({ hasLeft }) => (hasLeft ? 1 : 0)) };
}

/** What a model is asked of a line, in the order of its terms; NaN where it is missing. */
export function churnRowReader(model: ModelParameters): (features: LineFeatures) => Float64Array {
  const readers = model.terms.map((term) =>
    readerOf(
      term.kind === 'levels'
        ? { name: term.name, kind: 'category', levels: term.levels }
        : { name: term.name, kind: 'number' },
    ),
  );
  const row = new Float64Array(readers.length);
  return (features) => {
    for (let index = 0; index < readers.length; index++)
      row[index] = readers[index]?.(features) ?? Number.NaN;
    return row;
  };
}

function readerOf(column: Column): (features: LineFeatures) => number {
  if (column.kind === 'category') {
    const places = new Map(column.levels.map((level, place) => [level, place]));
    const name = lineCategories.find((one) => one === column.name);
    return name ? (features) => places.get(features[name] ?? '') ?? Number.NaN : () => Number.NaN;
  }
  const name = lineNumbers.find((one) => one === column.name);
  return name ? ({ numbers }) => numbers[name] : () => Number.NaN;
}

function levelsOf(rows: readonly ReplayedLine[], name: (typeof lineCategories)[number]): string[] {
  const counts = new Map<string, number>();
  for (const { features } of rows) {
    const level = features[name];
    if (level) counts.set(level, (counts.get(level) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a, first], [b, second]) => second - first || (a < b ? -1 : 1))
    .slice(0, mostLevels)
    .map(([level]) => level);
}
