import { type MetricKey, metricOf } from '#app/features/metric/metric.ts';
import { readFigures } from '#app/features/metric/read-figures.ts';
import { addDays } from '#app/features/sla/calendar-date.ts';
import { namesOf } from '#db/control/queries/names.ts';
import type { ControlDb, TenantDb } from '#db/open.ts';
import { type Observed, type OutOfLine, outOfLine, varianceWithin } from './out-of-line.ts';

type Reader = { db: TenantDb; control: ControlDb; now: Date; timeZone: string };

const shares = ['firstContactResolution', 'repeatContacts', 'satisfaction'] as const;
/** So many days up to yesterday are looked at. */
const days = 28;
/** Policy: of fewer contacts, or days of work, nothing is said of anybody. */
const fewestContacts = 30;
const fewestDays = 5;
/** Nor of a share that differs by fewer contacts than these. */
const leastContacts = 5;
const mostShown = 10;

/** Whose share or handling time lies out of line over four weeks, with the list behind each; both ways. */
export async function readAgentsOutOfLine({ db, control, now, timeZone }: Reader, yesterday: string) {
  const span = { from: addDays(yesterday, 1 - days), to: yesterday };
  const asked = { ...span, by: 'agent' as const, now, timeZone };
  const whole = await readFigures(db, { ...asked, metrics: [...shares, 'handlingTime'] });
  const daily = await readFigures(db, { ...asked, metrics: ['handlingTime'], steps: 'day' });
  const judged = [
    ...shares.map((metric) => {
      const all = whole
        .filter((figure) => figure.metric === metric && figure.key !== '-')
        .map(({ key, numerator, denominator }) => observed(key ?? '', denominator ?? 0, numerator));
      const mean = ratioOf(all);
      const found = outOfLine(all, {
        within: mean * (1 - mean),
        fewest: fewestContacts,
        least: leastContacts,
      });
      return { metric, common: found.common, people: found.people.map(withinShares) };
    }),
    { metric: 'handlingTime' as const, ...judgeTimes(daily) },
  ];
  const people = judged.flatMap(({ metric, common, people: found }) =>
    found.map((one) => ({
      ...one,
      metric,
      common: common ?? 0,
      isBetter: isBetter(metric, one.estimate - (common ?? 0)),
    })),
  );
  const shown = people
    .toSorted((a, b) => Math.abs(b.estimate / b.common - 1) - Math.abs(a.estimate / a.common - 1))
    .slice(0, mostShown);
  const names = await namesOf(
    control,
    shown.map(({ key }) => key),
  );
  return {
    ...span,
    isComparable: judged.some(({ common }) => common !== null),
    people: shown.flatMap((one) => {
      const name = names[one.key];
      const figure = whole.find(({ metric, key }) => metric === one.metric && key === one.key);
      return name && figure ? [{ ...one, name, figure }] : [];
    }),
  };
}
export type AgentsView = Awaited<ReturnType<typeof readAgentsOutOfLine>>;

/** One observation is a day of a person: its mean time. */
function judgeTimes(daily: readonly { key: string | null; value: number | null }[]) {
  const byPerson = Map.groupBy(
    daily.filter(({ key, value }) => value !== null && key !== '-'),
    ({ key }) => key ?? '',
  );
  const values = [...byPerson].map(([key, own]) => ({ key, days: own.map(({ value }) => value ?? 0) }));
  const all = values.map((one) => observed(one.key, one.days.length, sumOf(one.days)));
  return outOfLine(all, { within: varianceWithin(values.map((one) => one.days)), fewest: fewestDays });
}

/** No share lies beyond all and nothing, wherever the normal distribution reaches. */
function withinShares(one: OutOfLine): OutOfLine {
  return { ...one, low: Math.max(0, one.low), high: Math.min(1, one.high) };
}

function observed(key: string, n: number, sum: number): Observed {
  return { key, n, mean: n === 0 ? 0 : sum / n };
}

function ratioOf(all: readonly Observed[]): number {
  const n = sumOf(all.map((one) => one.n));
  return n === 0 ? 0 : sumOf(all.map((one) => one.n * one.mean)) / n;
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function isBetter(metric: MetricKey, difference: number): boolean {
  return difference > 0 === (metricOf(metric).better === 'more');
}
