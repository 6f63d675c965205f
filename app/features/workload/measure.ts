/** How far a forecast was from what came. Slots of which either is not known do not count. */
export type Errors = {
  /** Σ|error|, and Σ of what came. */
  missed: number;
  came: number;
  slots: number;
  /** What chance alone would make of it: Σ E|X − m| of Poisson counts of the means foretold, √(2m ÷ π) each. */
  chance: number;
};

export const noErrors: Errors = { missed: 0, came: 0, slots: 0, chance: 0 };

export function errorsOf(forecast: Float64Array, actual: Float64Array): Errors {
  const errors = { ...noErrors };
  for (const [place, came] of actual.entries()) {
    const foretold = forecast[place] ?? Number.NaN;
    if (Number.isNaN(came) || Number.isNaN(foretold)) continue;
    errors.missed += Math.abs(foretold - came);
    errors.came += came;
    errors.slots += 1;
    errors.chance += Math.sqrt((2 * Math.max(0, foretold)) / Math.PI);
  }
  return errors;
}

export function addErrors(a: Errors, b: Errors): Errors {
  return {
    missed: a.missed + b.missed,
    came: a.came + b.came,
    slots: a.slots + b.slots,
    chance: a.chance + b.chance,
  };
}

/** Weighted absolute percentage error, a share: Σ|error| ÷ Σ of what came. */
export function wapeOf({ missed, came }: Errors): number {
  return came > 0 ? missed / came : Number.NaN;
}

/**
 * Mean absolute scaled error: against that of saying "as a week ago" within the part that was known.
 * Hyndman and Koehler (2006), International Journal of Forecasting 22, 679–688.
 */
export function maseOf(errors: Errors, naive: Errors): number {
  return errors.missed / errors.slots / (naive.missed / naive.slots);
}

/** Of independent arrivals no forecast errs less in the long run: the WAPE of one that knew every mean. */
export function noiseFloor({ chance, came }: Errors): number {
  return chance / came;
}
