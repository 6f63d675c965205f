import type { TenantDb } from '#db/open.ts';
import { isKept } from '#db/tenant/queries/kept-rows.ts';
import { type KeptNumber, listKeptBehind, sumKeptBehind } from '#db/tenant/queries/report-kept-list.ts';
import {
  type ListPlace,
  type ListRow,
  listBehind,
  type Part,
  sumBehind,
} from '#db/tenant/queries/report-list.ts';
import { keptSpanOf } from './kept-span.ts';
import { isMeasure } from './measure.ts';
import { type Dimension, type MetricKey, metricOf } from './metric.ts';
import { accuracyKeyOf, readJudged } from './read-accuracy.ts';

type Group = { dimension: Dimension; key: string };
/** Which number's list is asked for. Dates of the tenant's zone, both within. */
export type Opened = {
  metric: MetricKey;
  from: string;
  to: string;
  group: Group | null;
  /** Of this group alone, besides; only of what is counted of facts. */
  within: Group | null;
  part: Part;
};
type Reader = { db: TenantDb; now: Date; timeZone: string };
/** A page; how many rows there are in all, and what is summed up of those that are counted. */
type OpenedList = { rows: ListRow[]; total: { n: number; sum: number } };

const dayMs = 86_400_000;

/** The list behind a number, from where it was counted. `null`: it has none. */
export async function openList(reader: Reader, opened: Opened, place: ListPlace): Promise<OpenedList | null> {
  const { source, numerator, denominator } = metricOf(opened.metric);
  if (source === 'cells') return openFacts(reader, opened, place);
  if (source === 'accuracy') return openReviews(reader, opened, place);
  if (source === 'churn')
    return openKept(reader, opened, place, { source: 'departures', numerator: 'left', denominator: null });
  return isKept(source) ? openKept(reader, opened, place, { source, numerator, denominator }) : null;
}

async function openFacts({ db }: Reader, opened: Opened, place: ListPlace): Promise<OpenedList> {
  const { numerator, denominator } = metricOf(opened.metric);
  if (!isMeasure(numerator)) throw new RangeError(`${numerator} is no measure.`);
  const measures = {
    numerator,
    denominator: denominator !== null && isMeasure(denominator) ? denominator : null,
  };
  const days = { from: Date.parse(opened.from) / dayMs, to: Date.parse(opened.to) / dayMs };
  const { group, within, part } = opened;
  const asked = { ...measures, ...days, groups: [group, within].filter((one) => one !== null), part };
  return { rows: await listBehind(db, asked, place), total: await sumBehind(db, asked) };
}

async function openKept(
  reader: Reader,
  opened: Opened,
  place: ListPlace,
  of: KeptNumber,
): Promise<OpenedList> {
  const { group, part } = opened;
  const asked = { ...of, group, part, span: keptSpanOf({ ...reader, ...opened }) };
  return {
    rows: await listKeptBehind(reader.db, asked, place),
    total: await sumKeptBehind(reader.db, asked),
  };
}

/** Reviews are few: they are judged anew, as for the number. */
async function openReviews(reader: Reader, opened: Opened, { after, limit }: ListPlace): Promise<OpenedList> {
  const { numerator } = metricOf(opened.metric);
  const { group, part } = opened;
  const judged = (await readJudged(reader.db, keptSpanOf({ ...reader, ...opened })))
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
