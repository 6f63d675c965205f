import { Temporal } from 'temporal-polyfill';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { partsOf, queueKey, WorkQueue, type WorkQueueKey } from './work-queue.ts';

const headers = {
  at: ['timestamp', 'time', 'date', 'at', 'время', 'дата', 'дата и время', 'начало'],
  queue: ['queue', 'line', 'carrier', 'очередь', 'линия', 'оператор'],
  seconds: ['seconds', 'duration', 'handling', 'секунды', 'длительность', 'длительность, с'],
} as const;
type Column = keyof typeof headers;
export type WorkLayout = Record<Column, number>;
export type WorkHeaderFault = { code: 'columns-missing'; columns: Column[] };

/** Where each column stands, by its name in either language. */
export function layOutWork(header: readonly string[]): Result<WorkLayout, WorkHeaderFault> {
  const folded = header.map((name) => name.trim().toLowerCase());
  const places = Object.entries<readonly string[]>(headers).map(([column, names]) => [
    column,
    folded.findIndex((name) => names.includes(name)),
  ]);
  const missing = places.filter(([, place]) => place === -1).map(([column]) => column as Column);
  if (missing.length > 0) return refuse({ code: 'columns-missing', columns: missing });
  return ok(Object.fromEntries(places) as WorkLayout);
}

export type WorkRow = { at: number; queue: WorkQueueKey; seconds: number };
export type WorkRowFault = 'bad-time' | 'bad-queue' | 'unknown-carrier' | 'bad-seconds';

const carrierWords: Record<string, string> = { мтс: 'mts', билайн: 'beeline', мегафон: 'megafon' };
const longestS = 6 * 3600;

/**
 * One contact, of one of these carriers or of none. A time without an offset is of the zone given; one that clocks skip is moved on, of one that comes
 * twice the first is meant.
 */
export function readWorkRow(
  cells: readonly string[],
  layout: WorkLayout,
  { timeZone, carriers }: { timeZone: string; carriers: readonly string[] },
): { row: WorkRow; fault?: undefined } | { row?: undefined; fault: WorkRowFault } {
  const cell = (column: Column) => (cells[layout[column]] ?? '').trim();
  const at = readTime(cell('at'), timeZone);
  if (at === null) return { fault: 'bad-time' };
  const queue = readQueue(cell('queue').toLowerCase());
  if (queue === null) return { fault: 'bad-queue' };
  const { carrier } = partsOf(queue);
  if (carrier !== '' && !carriers.includes(carrier)) return { fault: 'unknown-carrier' };
  const seconds = readSeconds(cell('seconds'));
  return seconds === null ? { fault: 'bad-seconds' } : { row: { at, queue, seconds } };
}

function readTime(text: string, timeZone: string): number | null {
  const [, day, month, year, rest] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})[ T](.+)$/.exec(text) ?? [];
  const iso =
    day && month && year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}T${rest}` : text;
  try {
    if (/(Z|[+-]\d{2}:?\d{2})$/.test(iso))
      return Temporal.Instant.from(iso.replace(' ', 'T')).epochMilliseconds;
    if (!/^\d{4}-\d{2}-\d{2}[ T]\d{1,2}:\d{2}/.test(iso)) return null;
    const padded = iso.replace(' ', 'T').replace(/T(\d):/, 'T0$1:');
    return Temporal.PlainDateTime.from(padded).toZonedDateTime(timeZone).epochMilliseconds;
  } catch {
    return null;
  }
}

/** `call:mts`, or a carrier alone: its calls. */
function readQueue(text: string): WorkQueueKey | null {
  const read = WorkQueue.safeParse(text.includes(':') ? text : queueKey('call', carrierWords[text] ?? text));
  return read.success && text !== '' ? read.data : null;
}

/** `215`, `3:35` or `0:03:35`. */
function readSeconds(text: string): number | null {
  if (!/^\d+([.,]\d+)?$|^\d{1,2}:\d{2}(:\d{2})?$/.test(text)) return null;
  const seconds = text
    .replace(',', '.')
    .split(':')
    .reduce((sum, part) => sum * 60 + Number(part), 0);
  return seconds <= longestS ? Math.round(seconds) : null;
}
