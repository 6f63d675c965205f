import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { expect, test } from 'vitest';
import { uncalibrated } from './calibrate.ts';
import { fitModel } from './fit-model.ts';
import type { ModelParameters, Samples } from './model.ts';
import { pickRows } from './split-rows.ts';
import { judge, trainLadder } from './train-ladder.ts';

/** It happens to one in seventy, by the first column; the other twelve are noise. */
function drawRare(rows: number): Samples {
  const generator = xoroshiro128plus(3);
  const next = () => uniformFloat64(generator);
  const values = Array.from({ length: 13 }, () => Float64Array.from({ length: rows }, next));
  const labels = Uint8Array.from(
    { length: rows },
    (_, row) => +(next() < 0.06 * (values[0]?.[row] ?? 0) ** 3),
  );
  const columns = values.map((_, column) => ({ name: `c${column}`, kind: 'number' as const }));
  return { columns, values, labels };
}

const nothing: ModelParameters = { kind: 'scorecard', intercept: -4, calibration: uncalibrated, terms: [] };

test('of what happens seldom tables are learnt more cautiously', () => {
  const samples = drawRare(12_000);
  const { rungs, heldOut } = trainLadder(samples, nothing, 10);
  const making = pickRows(samples, [...samples.labels.keys()].slice(0, Math.floor(12_000 * 0.65)));
  const bold = judge(fitModel('additive', making), heldOut);
  const additive = rungs.find(({ kind }) => kind === 'additive');
  expect(additive?.auc).toBeGreaterThan(bold.auc + 0.003);
});
