import { binOf } from './bin-column.ts';
import type { ModelParameters, Term } from './model.ts';

/**
 * Scores one row after the other without making anything new. `contributions` (a term's part of the score, log odds
 * against the average row) and `order` (the terms, those that raise the score most first) hold until the next row.
 */
export type Scorer = {
  /** The calibrated probability, 0…1, of a row: a value a term, in the order of the terms, NaN where it is missing. */
  probabilityOf(values: ArrayLike<number>): number;
  contributions: Float64Array;
  order: Uint16Array;
};

export function compileScorer({ intercept, terms, calibration }: ModelParameters): Scorer {
  const contributions = new Float64Array(terms.length);
  const order = new Uint16Array(terms.length);
  const readers = terms.map(readerOf);
  const probabilityOf = (values: ArrayLike<number>) => {
    let score = intercept;
    for (let index = 0; index < readers.length; index++) {
      const own = readers[index]?.(values[index] ?? Number.NaN) ?? 0;
      contributions[index] = own;
      score += own;
      insert(order, contributions, index);
    }
    return 1 / (1 + Math.exp(-(calibration.slope * score + calibration.shift)));
  };
  return { probabilityOf, contributions, order };
}

function readerOf(term: Term): (value: number) => number {
  const { missing } = term;
  if (term.kind === 'line') {
    const [perUnit, mean] = [term.weight / term.scale, term.mean];
    return (value) => (Number.isNaN(value) ? missing : perUnit * (value - mean));
  }
  const table = Float64Array.from(term.values);
  if (term.kind === 'levels') return (value) => table[value] ?? missing;
  const cuts = Float64Array.from(term.cuts);
  return (value) => (Number.isNaN(value) ? missing : (table[binOf(cuts, value)] ?? 0));
}

/** Puts a term among those before it by what it adds. */
function insert(order: Uint16Array, contributions: Float64Array, index: number): void {
  const own = contributions[index] ?? 0;
  let place = index;
  while (place > 0 && (contributions[order[place - 1] ?? 0] ?? 0) < own) {
    order[place] = order[place - 1] ?? 0;
    place--;
  }
  order[place] = index;
}
