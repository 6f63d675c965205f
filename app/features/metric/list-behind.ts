import { type Actor, can } from '#app/features/access/can.ts';
import { maskMsisdn } from '#app/features/subscriber/phone.ts';
import type { TenantDb } from '#db/open.ts';
import type { ListRow, Part } from '#db/tenant/queries/report-list.ts';
import { isMetric, metricOf } from './metric.ts';
import { type Opened, openList } from './open-list.ts';

const pageSize = 50;
const parts: readonly Part[] = ['all', 'counted', 'rest'];

/** What an address asks for; nothing where it names no number. */
function readOpened(search: URLSearchParams): Opened | null {
  const [metric, from, to] = [search.get('metric') ?? '', search.get('from') ?? '', search.get('to') ?? ''];
  if (!isMetric(metric) || !isDate(from) || !isDate(to)) return null;
  const { dimensions } = metricOf(metric);
  const groupOf = (by: string, of: string) => {
    const dimension = dimensions.find((one) => one === search.get(by));
    const key = search.get(of);
    return dimension && key !== null ? { dimension, key } : null;
  };
  const [group, within] = [groupOf('by', 'key'), groupOf('of', 'only')];
  return { metric, from, to, group, within, part: parts.find((one) => one === search.get('part')) ?? 'all' };
}

function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}

type Reader = { db: TenantDb; actor: Actor; now: Date; timeZone: string };
export type BehindView = NonNullable<Awaited<ReturnType<typeof readBehind>>>;

/** A page of what a number was counted from. Numbers of subscribers leave masked, whoever asks. */
export async function readBehind(reader: Reader, search: URLSearchParams) {
  const opened = readOpened(search);
  if (!opened) return null;
  const list = await openList(reader, opened, { after: placeOf(search.get('after')), limit: pageSize + 1 });
  if (!list) return null;
  const page = list.rows.slice(0, pageSize);
  const last = list.rows.length > pageSize ? page.at(-1) : undefined;
  const { opens, denominator, source } = metricOf(opened.metric);
  return {
    opened,
    now: reader.now,
    /** The client company sees that it is, and cannot go there. */
    isOpenAtDesk: can(reader.actor, 'case:read'),
    opens,
    /** Of churn those who left are listed, and not whom they were of. */
    hasParts: denominator !== null && source !== 'churn',
    total: list.total,
    rows: page.map(masked),
    next: last ? `${last.id}_${last.place}` : null,
    isFirst: !search.has('after'),
  };
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
