import { daysBetween } from '#app/features/sla/calendar-date.ts';
import type { AsOf, LineLife } from './line-life.ts';

const names = [
  'tenureMonths',
  'absences',
  'fee',
  'feeGrowth',
  'minutes',
  'gigabytes',
  'useGrowth',
  'feeForUse',
  'balance',
  'requests',
  'refusals',
  'complaints',
  'waitHours',
  'openCases',
  'rating',
  'contacts',
  'lateShare',
  'lateDays',
  'overdueDays',
] as const;
export type LineNumber = (typeof names)[number];
export const lineNumbers: readonly LineNumber[] = names;
export const lineCategories = ['carrier', 'tariff'] as const;
export type LineFeature = LineNumber | (typeof lineCategories)[number];

/** NaN: not known. The texts are put in places of a model's levels by whoever scores. */
export type LineFeatures = { numbers: Record<LineNumber, number>; carrier: string; tariff: string | null };

const dayMs = 86_400_000;
const hourMs = 3_600_000;
/** How far back a request, a complaint or a contact still says something. */
const recentMs = 180 * dayMs;
const paidDays = 365;
/** A balance that was read before is another's by now. */
const balanceMs = 35 * dayMs;

/**
 * What a departure is foretold from. Nothing in it is later than `asOf`: an event counts from its own time on, and so the
 * same function serves tonight's scores and the training on what has been.
 */
export function featuresOfLine(life: LineLife, asOf: AsOf): LineFeatures {
  const numbers = {
    tenureMonths: daysBetween(life.joinedOn, asOf.on) / 30.4,
    absences: life.absences.filter(([, returnedOn]) => returnedOn !== null && returnedOn < asOf.on).length,
    ...usedBy(life, asOf),
    balance: balanceOf(life, asOf),
    ...troubleOf(life, asOf),
    ...paymentOf(life, asOf),
  };
  // Which tariff he had before a change is not kept: of a day before it nothing is known.
  const isSame = life.tariffSince === null || life.tariffSince < asOf.at;
  return { numbers, carrier: life.carrier, tariff: isSame ? life.tariff : null };
}

/** Of whole months: the last, against the three before it. */
function usedBy({ usage }: LineLife, { on }: AsOf) {
  const months = usage.filter(([month]) => month < on.slice(0, 7)).slice(-4);
  const last = months.at(-1);
  const before = months.slice(0, -1);
  const meanOf = (read: (month: Month) => number) =>
    before.reduce((sum, month) => sum + read(month), 0) / before.length;
  const [, fee = Number.NaN, minutes = Number.NaN, megabytes = Number.NaN] = last ?? [];
  const use = last ? usedIn(last) : Number.NaN;
  return {
    fee: fee / 100,
    feeGrowth: growth(
      fee,
      meanOf(([, own]) => own),
    ),
    minutes,
    gigabytes: megabytes / 1024,
    useGrowth: growth(use, meanOf(usedIn)),
    // Roubles for an hour's worth.
    feeForUse: Math.min(500, fee / 100 / Math.max(use / 60, 0.1)),
  };
}

type Month = LineLife['usage'][number];

/** A minute, thirty megabytes or four messages are a minute of use. */
function usedIn([, , minutes, megabytes, messages]: Month): number {
  return minutes + megabytes / 30 + messages / 4;
}

/** −1: fell to nothing; 1: doubled or more. */
function growth(last: number, before: number): number {
  return before > 0 ? Math.min(1, last / before - 1) : Number.NaN;
}

function balanceOf({ balances }: LineLife, { at }: AsOf): number {
  const seen = balances.findLast(([seenAt]) => seenAt < at && seenAt >= at - balanceMs);
  return seen ? seen[1] / 100 : Number.NaN;
}

function troubleOf({ requests, cases, ratings, contacts }: LineLife, { at }: AsOf) {
  const isRecent = (then: number) => then < at && then >= at - recentMs;
  const asked = requests.filter(([then]) => isRecent(then));
  const told = cases.filter(([then]) => isRecent(then));
  const waits = told.map(([then, solvedAt]) => (Math.min(solvedAt ?? at, at) - then) / hourMs);
  const stars = ratings.filter(([then]) => isRecent(then)).map(([, own]) => own);
  return {
    requests: asked.length,
    refusals: asked.filter(([, endedAt, isRefused]) => isRefused === 1 && endedAt !== null && endedAt < at)
      .length,
    complaints: told.filter(([, , isComplaint]) => isComplaint === 1).length,
    waitHours: told.length > 0 ? Math.max(...waits) : Number.NaN,
    openCases: told.filter(([, solvedAt]) => solvedAt === null || solvedAt >= at).length,
    rating: stars.length > 0 ? stars.reduce((sum, one) => sum + one, 0) / stars.length : Number.NaN,
    contacts: contacts.filter(isRecent).length,
  };
}

/** Of the charges that fell due within a year: how many were late, and by how much the worst. */
function paymentOf({ charges }: LineLife, { on }: AsOf) {
  const due = charges.filter(
    ([issuedOn, dueOn]) => issuedOn < on && dueOn < on && daysBetween(dueOn, on) <= paidDays,
  );
  const late = due.map(([, dueOn, settledOn]) => {
    const until = settledOn && settledOn < on ? settledOn : on;
    return Math.max(0, daysBetween(dueOn, until));
  });
  const open = due.filter(([, , settledOn]) => settledOn === null || settledOn >= on);
  return {
    lateShare: due.length > 0 ? late.filter((days) => days > 0).length / due.length : Number.NaN,
    lateDays: due.length > 0 ? Math.max(...late) : Number.NaN,
    overdueDays: Math.max(0, ...open.map(([, dueOn]) => daysBetween(dueOn, on))),
  };
}
