import { binOf } from './bin-column.ts';
import type { Fit, Term } from './model.ts';

type Steps = Extract<Term, { kind: 'steps' }>;

/** The mean of additive fits of the same columns: one table a column again, cut wherever one of them is. */
export function meanOfFits(fits: readonly Fit[]): Fit {
  const [first] = fits;
  if (!first) throw new RangeError('There is no fit to take the mean of.');
  return {
    intercept: meanOf(fits.map(({ intercept }) => intercept)),
    terms: first.terms.map((term, index) => meanOfTerms(fits.flatMap(({ terms }) => terms[index] ?? term))),
  };
}

function meanOfTerms(terms: readonly Term[]): Term {
  const [first] = terms;
  const missing = meanOf(terms.map((term) => term.missing));
  if (first?.kind === 'steps')
    return { ...meanOfSteps(terms.filter((term) => term.kind === 'steps')), missing };
  if (first?.kind !== 'levels') throw new TypeError('Only tables have a mean of tables.');
  const values = first.values.map((_, level) =>
    meanOf(terms.map((term) => (term.kind === 'levels' ? (term.values[level] ?? 0) : 0))),
  );
  return { ...first, values, missing };
}

function meanOfSteps(terms: readonly Steps[]): Steps {
  const cuts = [...new Set(terms.flatMap((term) => term.cuts))].sort((a, b) => a - b);
  // A step's value up to and with its cut; past the last cut, that of whatever is larger.
  const values = [...cuts, Number.POSITIVE_INFINITY].map((upTo) =>
    meanOf(terms.map((term) => term.values[binOf(term.cuts, upTo)] ?? 0)),
  );
  const name = terms[0]?.name ?? '';
  return { name, kind: 'steps', cuts, values, missing: 0 };
}

function meanOf(values: readonly number[]): number {
  return Math.round((1e4 * values.reduce((sum, value) => sum + value, 0)) / values.length) / 1e4;
}
