import { expect, test } from 'vitest';
import { seededId, seedTime } from '#seeds/factories.ts';
import { chooseArm } from './choose-arm.ts';

const trial = { challengerId: 'b', challengerPercent: 30, controlPercent: 10, salt: 'осень' };
const ids = Array.from({ length: 20_000 }, (_, seed) => seededId(seedTime, seed));
const share = (arms: readonly string[], arm: string) =>
  arms.filter((one) => one === arm).length / arms.length;

test('ids that follow each other are drawn by the percents', () => {
  const arms = ids.map((id) => chooseArm(trial, id));
  expect(share(arms, 'control')).toBeCloseTo(0.1, 2);
  expect(share(arms, 'challenger')).toBeCloseTo(0.3, 2);
  expect(share(arms, 'champion')).toBeCloseTo(0.6, 2);
});

test('who is drawn does not change by being asked again, and another salt draws anew', () => {
  const again = ids.filter((id) => chooseArm(trial, id) !== chooseArm({ ...trial }, id));
  expect(again).toEqual([]);
  const other = { ...trial, salt: 'зима' };
  const inBoth = ids.filter((id) => chooseArm(trial, id) === 'control' && chooseArm(other, id) === 'control');
  expect(inBoth.length / ids.length).toBeCloseTo(0.01, 2);
});

test.each([
  [{ ...trial, challengerPercent: 0, controlPercent: 0 }, ['champion']],
  [{ ...trial, challengerPercent: 0, controlPercent: 100 }, ['control']],
  [{ ...trial, challengerPercent: 100, controlPercent: 0 }, ['challenger']],
  [{ ...trial, challengerId: null, controlPercent: 0 }, ['champion']],
])('the ends of the percents: %o', (ends, arms) => {
  expect([...new Set(ids.map((id) => chooseArm(ends, id)))]).toEqual(arms);
});
