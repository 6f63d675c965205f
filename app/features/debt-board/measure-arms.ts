import { type Arm, arms } from '#app/features/ladder/ladder.ts';
import { type Interval, wilsonInterval, z95 } from '#app/features/scorecard/wilson-interval.ts';
import { type Estimate, newcombeInterval } from '#app/features/uplift/newcombe-interval.ts';

/** One debt of a trial that was not paid by its due date: what came of it in thirty days, kopecks. */
export type TriedDebt = { arm: Arm; owedKopecks: number; recoveredKopecks: number; costKopecks: number };

export type ArmResult = {
  arm: Arm;
  debts: number;
  /** Paid in full. */
  paid: number;
  paidShare: Interval;
  owedKopecks: number;
  recoveredKopecks: number;
  costKopecks: number;
  /** Roubles of contacts a recovered rouble, by the delta method; `null`: nothing was recovered. */
  costPerRouble: Estimate | null;
  /** Against the control: the share of those who paid, by Newcombe, and kopecks recovered a debt, by Welch. */
  paidMore: Estimate | null;
  recoveredMore: Estimate | null;
};

/** What each arm brought, of those there are; everybody who was drawn counts, reached or not. */
export function measureArms(debts: readonly TriedDebt[]): ArmResult[] {
  const control = debts.filter(({ arm }) => arm === 'control');
  return arms.flatMap((arm) => {
    const own = debts.filter((one) => one.arm === arm);
    return own.length === 0 ? [] : [measureArm(arm, own, arm === 'control' ? [] : control)];
  });
}

function measureArm(arm: Arm, own: readonly TriedDebt[], control: readonly TriedDebt[]): ArmResult {
  const [mine, theirs] = [paidOf(own), paidOf(control)];
  const sum = (key: 'owedKopecks' | 'recoveredKopecks' | 'costKopecks') =>
    own.reduce((total, one) => total + one[key], 0);
  return {
    arm,
    debts: own.length,
    paid: mine.count,
    paidShare: wilsonInterval(mine.count, mine.n),
    owedKopecks: sum('owedKopecks'),
    recoveredKopecks: sum('recoveredKopecks'),
    costKopecks: sum('costKopecks'),
    costPerRouble: costPerRouble(own),
    paidMore: theirs.n > 0 ? newcombeInterval(mine, theirs) : null,
    recoveredMore: meanDifference(own, control),
  };
}

function paidOf(debts: readonly TriedDebt[]) {
  const paid = debts.filter(({ owedKopecks, recoveredKopecks }) => recoveredKopecks >= owedKopecks);
  return { count: paid.length, n: debts.length };
}

/**
 * The ratio of two sums with its 95 % interval: var(R) ≈ (s²c − 2R·scr + R²·s²r) ÷ (n·r̄²), Cochran, Sampling
 * Techniques, 3rd ed., 2.11.
 */
export function costPerRouble(debts: readonly Omit<TriedDebt, 'arm'>[]): Estimate | null {
  const recovered = debts.reduce((sum, { recoveredKopecks }) => sum + recoveredKopecks, 0);
  if (recovered === 0) return null;
  const value = debts.reduce((sum, { costKopecks }) => sum + costKopecks, 0) / recovered;
  const n = debts.length;
  if (n < 2) return { value, low: 0, high: Number.POSITIVE_INFINITY };
  // The residuals of the ratio have a mean of nought.
  const squares = debts.reduce((sum, one) => sum + (one.costKopecks - value * one.recoveredKopecks) ** 2, 0);
  const half = (z95 * Math.sqrt(squares / (n - 1) / n)) / (recovered / n);
  return { value, low: Math.max(0, value - half), high: value + half };
}

/** How much more was recovered a debt, with its 95 % interval by the spread of both (Welch). */
function meanDifference(own: readonly TriedDebt[], control: readonly TriedDebt[]): Estimate | null {
  if (own.length < 2 || control.length < 2) return null;
  const [mine, theirs] = [meanOf(own), meanOf(control)];
  const value = mine.mean - theirs.mean;
  const half = z95 * Math.sqrt(mine.squaredError + theirs.squaredError);
  return { value, low: value - half, high: value + half };
}

function meanOf(debts: readonly TriedDebt[]) {
  const n = debts.length;
  const mean = debts.reduce((sum, { recoveredKopecks }) => sum + recoveredKopecks, 0) / n;
  const squares = debts.reduce((sum, one) => sum + (one.recoveredKopecks - mean) ** 2, 0);
  return { mean, squaredError: squares / (n - 1) / n };
}
