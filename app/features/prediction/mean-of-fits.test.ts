import fc from 'fast-check';
import { expect, test } from 'vitest';
import { meanOfFits } from './mean-of-fits.ts';
import type { Fit } from './model.ts';
import { compileScorer } from './scorer.ts';

const whole = fc.integer({ min: -40, max: 40 });
const steps = fc.uniqueArray(whole, { maxLength: 6 }).chain((cuts) =>
  fc.record({
    cuts: fc.constant(cuts.toSorted((a, b) => a - b)),
    values: fc.array(whole, { minLength: cuts.length + 1, maxLength: cuts.length + 1 }),
    missing: whole,
  }),
);
const fit = fc
  .record({ steps, levels: fc.array(whole, { minLength: 3, maxLength: 3 }), intercept: whole })
  .map(
    ({ steps: own, levels, intercept }): Fit => ({
      intercept,
      terms: [
        { name: 'a', kind: 'steps', ...own },
        { name: 'b', kind: 'levels', levels: ['x', 'y'], values: levels.slice(1), missing: levels[0] ?? 0 },
      ],
    }),
  );
const scoreOf = ({ intercept, terms }: Fit, row: number[]) => {
  const { probabilityOf, contributions } = compileScorer({
    kind: 'additive',
    intercept,
    terms,
    calibration: { slope: 1, shift: 0 },
  });
  probabilityOf(row);
  return intercept + contributions.reduce((sum, one) => sum + one, 0);
};

test('the mean scores any row as the mean of the scores', () => {
  const value = fc.oneof(whole, fc.constant(Number.NaN));
  const level = fc.constantFrom(0, 1, Number.NaN);
  fc.assert(
    fc.property(fc.array(fit, { minLength: 1, maxLength: 3 }), value, level, (fits, a, b) => {
      const scores = fits.map((one) => scoreOf(one, [a, b]));
      const mean = scores.reduce((sum, one) => sum + one, 0) / scores.length;
      expect(scoreOf(meanOfFits(fits), [a, b])).toBeCloseTo(mean, 3);
    }),
  );
});
