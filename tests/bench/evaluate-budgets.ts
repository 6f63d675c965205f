/** A limit of `budgets.json`. Limits come from the issues and are only ever tightened. */
export type Limit = { atMost: number } | { atLeast: number };
export type Budget = { limit: number; value: number; ok: boolean };

/**
 * Compares what was measured with its limits. `null`: this machine cannot measure it, so it is left out.
 * Throws when a limit was not measured or a value has no limit: neither may pass in silence.
 */
export function evaluateBudgets(
  limits: Record<string, Limit>,
  values: Record<string, number | null>,
): Record<string, Budget> {
  const strange = Object.keys(values).filter((key) => !(key in limits));
  if (strange.length > 0) throw new Error(`No limit in budgets.json for: ${strange.join(', ')}.`);
  return Object.fromEntries(
    Object.entries(limits).flatMap(([key, limit]) => {
      const value = values[key];
      if (value === undefined) throw new Error(`The limit "${key}" was not measured.`);
      return value === null ? [] : [[key, judge(limit, value)]];
    }),
  );
}

/** A value that is no number is never within its limit. */
function judge(limit: Limit, value: number): Budget {
  return 'atMost' in limit
    ? { limit: limit.atMost, value, ok: value <= limit.atMost }
    : { limit: limit.atLeast, value, ok: value >= limit.atLeast };
}
