import type { DepartureKind, LeavingReason } from '#app/features/churn/churn.ts';
import type { Draws } from './draws.ts';

/** What the seed makes of a line; days are counted back from now. `left`: how it went, and when it came back. */
export type DrawnLife = {
  joinedDays: number;
  left: { kind: DepartureKind; reason: LeavingReason; days: number; returnedDays: number | null } | null;
  /** By months back, the last whole one first: fee in kopecks, minutes, megabytes. */
  months: [feeKopecks: number, minutes: number, megabytes: number][];
};
/**
 * What is there of the line already, in days back: refusals of its carrier, complaints of its subscriber, and whenever
 * something was asked for it.
 */
export type KnownTrouble = {
  refusedDays: readonly number[];
  complaintDays: readonly number[];
  busyDays: readonly number[];
};
/** `intoMonth`: how many days of this month are over; of whole months is told. */
export type Surroundings = { quietShare: QuietShare; intoMonth: number };
/** Of the lines for which so often something was asked in the half year before a day those that were quiet ever since. */
export type QuietShare = (days: number, asked: number) => number;
/** What happens to it beside that. `dearerDays`: since when he pays a quarter more; 0: he does not. */
type Slump = { days: number; lastsDays: number; use: number };
type Drawn = {
  /** Fee, minutes, megabytes a month, before anything happened. */
  usual: [feeKopecks: number, minutes: number, megabytes: number];
  joinedDays: number;
  dearerDays: number;
};

const shownDays = 540;
const monthDays = 30;
const mostMonths = 14;
const usualChance = 0.016;

/**
 * Who is new, was refused, complained, pays more than before or much for little, or uses less leaves more often in the months after it: what a
 * model has to find again. Only a line that was quiet ever since can have left: such lines leave the more often, so that
 * as many leave in each month, whether they had asked for something before or not.
 */
export function drawLife(
  draws: Draws,
  known: KnownTrouble,
  { quietShare, intoMonth }: Surroundings,
): DrawnLife {
  const joinedDays = draws.int(25, 1500);
  const drawn: Drawn = {
    joinedDays,
    usual: [draws.int(30, 90) * 1000, draws.int(80, 900), draws.int(500, 20_000)],
    dearerDays: draws.chance(0.3) ? draws.int(5, shownDays) : 0,
  };
  const left = drawLeaving(draws, drawn, known, quietShare);
  return { joinedDays, left, months: drawMonths(draws, drawn, left, drawSlump(draws, left), intoMonth) };
}

/** Month by month until now: the first in which he leaves. */
function drawLeaving(
  draws: Draws,
  drawn: Drawn,
  known: KnownTrouble,
  quietShare: QuietShare,
): DrawnLife['left'] {
  const first = Math.min(shownDays, drawn.joinedDays - 20);
  for (let from = first; from > 2; from -= monthDays) {
    const days = draws.int(Math.max(2, from - monthDays + 1), from);
    const chance =
      chanceOf(drawn, known, days) / Math.max(quietShare(days, lately(known.busyDays, days)), 0.05);
    // Whoever asked for something later was still there.
    if (draws.chance(Math.min(0.9, chance)) && !known.busyDays.some((busy) => busy <= days))
      return leavingOf(draws, drawn, known, days);
  }
  return null;
}

/** That he leaves within the month. */
function chanceOf(drawn: Drawn, known: KnownTrouble, days: number): number {
  const tenureDays = drawn.joinedDays - days;
  const byTenure = tenureDays < 180 ? 2.4 : tenureDays < 365 ? 1.5 : tenureDays > 1000 ? 0.4 : 1;
  const refused = 2 ** Math.min(2, lately(known.refusedDays, days));
  const complained = 2.5 ** Math.min(2, lately(known.complaintDays, days));
  const byPrice = (isDearerOf(drawn, days) ? 2.5 : 1) * (hasLittleUse(drawn) ? 1.8 : 0.85);
  return usualChance * byTenure * refused * complained * byPrice;
}

/** More than two roubles a minute. */
const hasLittleUse = ({ usual: [fee, minutes, megabytes] }: Drawn) => fee > 200 * (minutes + megabytes / 30);
/** How often within the half year before a day. */
export const lately = (then: readonly number[], days: number) =>
  then.filter((one) => one > days && one <= days + 180).length;
const isDearerOf = ({ dearerDays }: Drawn, days: number) => days < dearerDays && dearerDays - days < 150;

/** Most of those who leave used less for some months before; others use less for a while as well, and stay. */
function drawSlump(draws: Draws, left: DrawnLife['left']): Slump {
  const use = draws.int(15, 60) / 100;
  const lastsDays = draws.int(60, 130);
  if (left && draws.chance(0.75)) return { days: left.days + lastsDays, lastsDays, use };
  return { days: draws.chance(0.25) ? draws.int(5, shownDays) : 0, lastsDays, use };
}
const isSlumpOf = (slump: Slump, days: number) => days < slump.days && slump.days - days < slump.lastsDays;

function leavingOf(
  draws: Draws,
  drawn: Drawn,
  known: KnownTrouble,
  days: number,
): NonNullable<DrawnLife['left']> {
  const kind = draws.weigh({ 'port-out': 5, disconnected: 3, silent: 2, 'rival-plan': 1 });
  const wasTroubled = lately(known.refusedDays, days) + lately(known.complaintDays, days) > 0;
  const told = {
    price: isDearerOf(drawn, days) ? 20 : 5,
    service: wasTroubled ? 15 : 2,
    coverage: 3,
    debt: 2,
    device: 1,
    moved: 2,
    unknown: 3,
  };
  const reason = kind === 'silent' ? 'unknown' : draws.weigh(told);
  const isBack = days > 60 && draws.chance(0.12);
  return { kind, reason, days, returnedDays: isBack ? days - draws.int(20, 50) : null };
}

function drawMonths(
  draws: Draws,
  drawn: Drawn,
  left: DrawnLife['left'],
  slump: Slump,
  intoMonth: number,
): DrawnLife['months'] {
  const [fee, minutes, megabytes] = drawn.usual;
  const count = Math.min(mostMonths, Math.floor(drawn.joinedDays / monthDays));
  return Array.from({ length: count }, (_, index): DrawnLife['months'][number] => {
    const days = intoMonth + index * monthDays + monthDays / 2;
    if (left && days < left.days && days > (left.returnedDays ?? -1)) return [0, 0, 0];
    const share = (draws.int(85, 115) / 100) * (isSlumpOf(slump, days) ? slump.use : 1);
    const own = days < drawn.dearerDays ? Math.round(fee * 1.25) : fee;
    return [own, Math.round(minutes * share), Math.round(megabytes * share)];
  });
}
