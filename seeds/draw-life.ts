import type { DepartureKind, LeavingReason } from '#app/features/churn/churn.ts';
import type { Draws } from './draws.ts';

/** What the seed makes of a line; days are counted back from now. `left`: how it went, and when it came back. */
export type DrawnLife = {
  joinedDays: number;
  left: { kind: DepartureKind; reason: LeavingReason; days: number; returnedDays: number | null } | null;
  /** By months back, the last whole one first: fee in kopecks, minutes, megabytes. */
  months: [feeKopecks: number, minutes: number, megabytes: number][];
};
/** What is there of the line already: how often a carrier refused, and when it was last busy. */
export type KnownTrouble = { refusals: number; lastBusyDays: number };

const shownDays = 540;
const monthDays = 30;
const mostMonths = 14;

/** Who is new, was refused, pays more than before or uses less leaves more often: what a model has to find again. */
export function drawLife(draws: Draws, { refusals, lastBusyDays }: KnownTrouble): DrawnLife {
  const joinedDays = draws.int(25, 1500);
  const isDearer = draws.chance(0.15);
  const chance = 0.09 + (joinedDays < 400 ? 0.09 : 0) + Math.min(2, refusals) * 0.07 + (isDearer ? 0.13 : 0);
  const days = draws.int(2, Math.min(shownDays, joinedDays - 20));
  // Whoever asked for something later was still there.
  const left = draws.chance(chance) && days < lastBusyDays ? drawLeaving(draws, days) : null;
  return { joinedDays, left, months: drawMonths(draws, { joinedDays, left, isDearer }) };
}

function drawLeaving(draws: Draws, days: number): NonNullable<DrawnLife['left']> {
  const kind = draws.weigh({ 'port-out': 5, disconnected: 3, silent: 2, 'rival-plan': 1 });
  const told = { price: 6, coverage: 3, service: 4, debt: 2, device: 1, moved: 2, unknown: 3 };
  const reason = kind === 'silent' ? 'unknown' : draws.weigh(told);
  const isBack = days > 60 && draws.chance(0.12);
  return { kind, reason, days, returnedDays: isBack ? days - draws.int(20, 50) : null };
}

function drawMonths(
  draws: Draws,
  { joinedDays, left, isDearer }: Pick<DrawnLife, 'joinedDays' | 'left'> & { isDearer: boolean },
): DrawnLife['months'] {
  const [fee, minutes, megabytes] = [draws.int(30, 90) * 1000, draws.int(80, 900), draws.int(500, 20_000)];
  const dearerUntil = left ? Math.floor(left.days / monthDays) + 2 : draws.int(1, 12);
  const slump = { from: draws.chance(0.25) ? draws.int(1, 12) : 99, depth: draws.int(30, 80) / 100 };
  const fallen = left && draws.chance(0.7) ? draws.int(20, 60) / 100 : 1;
  const count = Math.min(mostMonths, Math.floor(joinedDays / monthDays));
  return Array.from({ length: count }, (_, index): DrawnLife['months'][number] => {
    const toEnd = left ? (index + 1) * monthDays - left.days : Number.POSITIVE_INFINITY;
    const isGone = toEnd < 0 && (left?.returnedDays ?? -1) < index * monthDays;
    const isFalling = toEnd >= 0 && toEnd <= 2 * monthDays;
    const isSlump = index + 1 === slump.from;
    const share = isGone ? 0 : (draws.int(85, 115) / 100) * (isFalling ? fallen : isSlump ? slump.depth : 1);
    const own = isDearer && index + 1 <= dearerUntil ? Math.round(fee * 1.25) : fee;
    return [isGone ? 0 : own, Math.round(minutes * share), Math.round(megabytes * share)];
  });
}
