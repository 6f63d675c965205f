import type { BenchContext, Measured } from '#tests/bench/bench.ts';

/** What an evaluation is told on the command line; each uses what it knows. */
export const evalOptions = {
  /** A CSV file. */
  data: { type: 'string' },
  /** Of its columns: `customer=Client,due=Due on`. */
  map: { type: 'string' },
  /** The column that is foretold. */
  target: { type: 'string' },
  /** The date that parts what makes a model from what judges it. */
  split: { type: 'string' },
  seed: { type: 'string' },
} as const;

export type EvalContext = Pick<BenchContext, 'say'> & {
  options: { [option in keyof typeof evalOptions]?: string };
};
export type Eval = (context: EvalContext) => Promise<Measured>;
