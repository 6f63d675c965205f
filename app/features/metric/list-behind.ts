import { type Actor, can } from '#app/features/access/can.ts';
import { maskMsisdn } from '#app/features/subscriber/phone.ts';
import type { TenantDb } from '#db/open.ts';
import { type ListRow, listBehind, type Part, sumBehind } from '#db/tenant/queries/report-list.ts';
import { isMeasure } from './measure.ts';
import { type Dimension, isMetric, type Metric, type MetricKey, metricOf } from './metric.ts';

const pageSize = 50;
const dayMs = 86_400_000;
const parts: readonly Part[] = ['all', 'counted', 'rest'];

/** What an address asks for; nothing where it names no number that opens. */
type Opened = {
  metric: MetricKey;
  from: string;
  to: string;
  group: { dimension: Dimension; key: string } | null;
  part: Part;
};

function readOpened(search: URLSearchParams): Opened | null {
  const [metric, from, to] = [search.get('metric') ?? '', search.get('from') ?? '', search.get('to') ?? ''];
  if (!isMetric(metric) || !isDate(from) || !isDate(to)) return null;
  const { dimensions, source } = metricOf(metric);
  if (source !== 'cells') return null;
  const dimension = dimensions.find((one) => one === search.get('by'));
  const key = search.get('key');
  const group = dimension && key !== null ? { dimension, key } : null;
  return { metric, from, to, group, part: parts.find((one) => one === search.get('part')) ?? 'all' };
}

function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}

type Reader = { db: TenantDb; actor: Actor; now: Date };
export type BehindView = NonNullable<Awaited<ReturnType<typeof readBehind>>>;

/** A page of what a number was counted from. Numbers of subscribers leave masked, whoever asks. */
export async function readBehind({ db, actor, now }: Reader, search: URLSearchParams) {
  const opened = readOpened(search);
  if (!opened) return null;
  const asked = { ...opened, ...daysOf(opened), ...measuresOf(metricOf(opened.metric)) };
  const rows = await listBehind(db, asked, { after: placeOf(search.get('after')), limit: pageSize + 1 });
  const page = rows.slice(0, pageSize);
  const last = rows.length > pageSize ? page.at(-1) : undefined;
  return {
    opened,
    now,
    /** The client company sees that it is, and cannot go there. */
    isOpenAtDesk: can(actor, 'case:read'),
    opens: metricOf(opened.metric).opens,
    hasParts: asked.denominator !== null,
    total: await sumBehind(db, asked),
    rows: page.map(masked),
    next: last ? `${last.id}_${last.place}` : null,
    isFirst: !search.has('after'),
  };
}

function measuresOf({ numerator, denominator }: Metric) {
  if (!isMeasure(numerator)) throw new RangeError(`${numerator} is no measure.`);
  return { numerator, denominator: denominator !== null && isMeasure(denominator) ? denominator : null };
}

function daysOf({ from, to }: Opened): { from: number; to: number } {
  return { from: Date.parse(from) / dayMs, to: Date.parse(to) / dayMs };
}

function masked({ msisdn, at, isCounted, ...row }: ListRow) {
  return {
    ...row,
    at: new Date(at),
    isCounted: isCounted === 1,
    line: msisdn === null ? null : maskMsisdn(msisdn),
  };
}

/** Where the page before ended. What cannot be read begins anew. */
function placeOf(text: string | null) {
  const [, id, place] = /^([\w-]{1,60})_(\d{1,6})$/.exec(text ?? '') ?? [];
  return id ? { id, place: Number(place) } : null;
}
