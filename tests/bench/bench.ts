export type Bench = (bench: BenchContext) => Promise<Measured>;
export type BenchContext = {
  /** Progress, to standard error. */
  say(text: string): void;
  /** Of what is drawn, where a bench draws anew for each. */
  seed: number;
};
export type Measured = {
  /** Everything worth reading, by name. */
  figures: Record<string, unknown>;
  /** What `budgets.json` limits; `null`: this machine cannot measure it. */
  limited: Record<string, number | null>;
};
