import { expect, test } from 'vitest';
import { costPerRouble, measureArms, type TriedDebt } from './measure-arms.ts';

const debt = (arm: TriedDebt['arm'], recoveredKopecks: number, costKopecks: number): TriedDebt => ({
  arm,
  owedKopecks: 100,
  recoveredKopecks,
  costKopecks,
});

test('the cost of a recovered rouble is the ratio of the sums, with the interval of a ratio', () => {
  // Residuals c − R·r with R = 12 / 240 = 0,05: 1, −3, 2; s² = 7; half = 1,96·√(7/3) ÷ 80.
  const found = costPerRouble([debt('champion', 100, 6), debt('champion', 100, 2), debt('champion', 40, 4)]);
  expect(found?.value).toBeCloseTo(0.05, 12);
  expect((found?.high ?? 0) - 0.05).toBeCloseTo((1.959964 * Math.sqrt(7 / 3)) / 80, 6);
  expect(found?.low).toBeCloseTo(0.05 - (1.959964 * Math.sqrt(7 / 3)) / 80, 6);
});

test('nothing recovered has no cost a rouble; one debt says nothing of others', () => {
  expect(costPerRouble([debt('champion', 0, 5)])).toBeNull();
  expect(costPerRouble([debt('champion', 100, 5)])).toEqual({
    value: 0.05,
    low: 0,
    high: Number.POSITIVE_INFINITY,
  });
});

test('arms are held against the control by shares and by sums; it is held against nothing', () => {
  // 56 of 70 against 48 of 80: Newcombe's own example (a), method 10: 0.0524 to 0.3339.
  const debts = [
    ...Array.from({ length: 70 }, (_, n) => debt('champion', n < 56 ? 100 : 0, 1)),
    ...Array.from({ length: 80 }, (_, n) => debt('control', n < 48 ? 100 : 0, 0)),
  ];
  const [champion, control, ...others] = measureArms(debts);
  expect(others).toEqual([]);
  expect(champion).toMatchObject({
    arm: 'champion',
    debts: 70,
    paid: 56,
    recoveredKopecks: 5600,
    costKopecks: 70,
  });
  expect(champion?.paidMore?.value).toBeCloseTo(0.2, 12);
  expect(champion?.paidMore?.low).toBeCloseTo(0.0524, 4);
  expect(champion?.paidMore?.high).toBeCloseTo(0.3339, 4);
  expect(champion?.recoveredMore?.value).toBeCloseTo(20, 10);
  expect(control).toMatchObject({ arm: 'control', paid: 48, paidMore: null, recoveredMore: null });
});
