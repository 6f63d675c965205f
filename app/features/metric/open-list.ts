import { addDays } from '#app/features/sla/calendar-date.ts';
import { midnightOf } from '#app/features/sla/wall-clock.ts';
import type { TenantDb } from '#db/open.ts';
import { isKept } from '#db/tenant/queries/kept-rows.ts';
import { listKeptBehind, sumKeptBehind } from '#db/tenant/queries/report-kept-list.ts';
import {
  type ListPlace,
  type ListRow,
  listBehind,
  type Part,
  sumBehind,
} from '#db/tenant/queries/report-list.ts';
import { isMeasure } from './measure.ts';
import { type Dimension, type MetricKey, metricOf } from './metric.ts';
import { accuracyKeyOf, readJudged } from './read-accuracy.ts';

/** Which number's list is asked for. Dates of the tenant's zone, both within. */
export type Opened = {
  metric: MetricKey;
  from: string;
  to: string;
  group: { dimension: Dimension; key: string } | null;
  part: Part;
};
type Reader = { db: TenantDb; now: Date; timeZone: string };
/** A page; how many rows there are in all, and what is summed up of those that are counted. */
type OpenedList = { rows: ListRow[]; total: { n: number; sum: number } };

const dayMs = 86_400_000;

/** The list behind a number, from where it was counted. `null`: it has none. */
export async function openList(reader: Reader, opened: Opened, place: ListPlace): Promise<OpenedList | null> {
  const { source } = metricOf(opened.metric);
  if (source === 'cells') return openFacts(reader, opened, place);
  if (source === 'accuracy') return openReviews(reader, opened, place);
  return isKept(source) ? openKept(reader, opened, place) : null;
}

async function openFacts({ db }: Reader, opened: Opened, place: ListPlace): Promise<OpenedList> {
  const { numerator, denominator } = metricOf(opened.metric);
  if (!isMeasure(numerator)) throw new RangeError(`${numerator} is no measure.`);
  const measures = {
    numerator,
    denominator: denominator !== null && isMeasure(denominator) ? denominator : null,
  };
  const days = { from: Date.parse(opened.from) / dayMs, to: Date.parse(opened.to) / dayMs };
  const { group, part } = opened;
  const asked = { ...measures, ...days, group, part };
  return { rows: await listBehind(db, asked, place), total: await sumBehind(db, asked) };
}

async function openKept(
  { db, now, timeZone }: Reader,
  opened: Opened,
  place: ListPlace,
): Promise<OpenedList> {
  const { source, numerator, denominator } = metricOf(opened.metric);
  if (!isKept(source)) throw new RangeError(`Nothing is kept in ${source}.`);
  const { group, part } = opened;
  const asked = { source, numerator, denominator, group, part, now, ...instantsOf(opened, timeZone) };
  return { rows: await listKeptBehind(db, asked, place), total: await sumKeptBehind(db, asked) };
}

/** Reviews are few: they are judged anew, as for the number. */
async function openReviews(
  { db, timeZone }: Reader,
  opened: Opened,
  { after, limit }: ListPlace,
): Promise<OpenedList> {
  const { numerator } = metricOf(opened.metric);
  const { group, part } = opened;
  const judged = (await readJudged(db, instantsOf(opened, timeZone)))
    .filter(
      (one) => one.family === numerator && (!group || accuracyKeyOf(one, group.dimension) === group.key),
    )
    .filter(({ isRight }) => part === 'all' || isRight === (part === 'counted'))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const rows = judged.filter(({ id }) => !after || id > after.id).slice(0, limit);
  return {
    rows: rows.map(({ id, at, queue, isRight }) => ({
      id,
      place: 0,
      number: null,
      at: at.getTime(),
      channel: queue,
      carrier: null,
      kind: null,
      state: null,
      msisdn: null,
      isCounted: Number(isRight),
    })),
    total: { n: judged.length, sum: judged.filter(({ isRight }) => isRight).length },
  };
}

function instantsOf({ from, to }: Opened, timeZone: string): { from: Date; before: Date } {
  return {
    from: new Date(midnightOf(from, timeZone)),
    before: new Date(midnightOf(addDays(to, 1), timeZone)),
  };
}
