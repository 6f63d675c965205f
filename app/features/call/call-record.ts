import { Temporal } from 'temporal-polyfill';
import { ok, type Result, refuse } from '#app/platform/result.ts';

/** Columns of a file of call records, with the header names by which each is recognised. */
const headerNames = {
  id: ['id', 'call id', 'идентификатор', 'id звонка'],
  start: ['start', 'started', 'начало', 'время', 'дата и время'],
  number: ['number', 'phone', 'номер', 'телефон', 'номер абонента'],
  direction: ['direction', 'направление'],
  extension: ['extension', 'внутренний', 'внутренний номер'],
  wait: ['wait', 'ожидание'],
  talk: ['talk', 'разговор'],
  hold: ['hold', 'удержание'],
  recording: ['recording', 'запись'],
} as const;
export type CallColumn = keyof typeof headerNames;
const columns = Object.keys(headerNames) as CallColumn[];
const required: readonly CallColumn[] = ['id', 'start', 'number'];

export type CallLayout = { [column in CallColumn]?: number };
export type CallFault = 'missing' | 'time' | 'number' | 'direction' | 'url' | 'long' | 'column';
export type CallRejection = { row: number; column: CallColumn; fault: CallFault; value: string };

/** One call that is over, as the exchange wrote it down. */
export type CallRecord = {
  callId: string;
  startedAt: Date;
  number: string;
  direction: 'inbound' | 'outbound';
  extension: string | null;
  waitMs: number | null;
  talkMs: number | null;
  holdMs: number | null;
  endedAt: Date;
  recordingUrl: string | null;
};

export function layOutCalls(
  header: readonly string[],
): Result<CallLayout, { code: 'columns'; missing: CallColumn[] }> {
  const fold = (name: string) => name.trim().toLowerCase().replaceAll('ё', 'е').replace(/\s+/g, ' ');
  const folded = header.map(fold);
  const places = columns.flatMap((column) => {
    const names: readonly string[] = headerNames[column];
    const place = folded.findIndex((name) => names.includes(name));
    return place === -1 ? [] : [[column, place] as const];
  });
  const layout: CallLayout = Object.fromEntries(places);
  const missing = required.filter((column) => layout[column] === undefined);
  return missing.length > 0 ? refuse({ code: 'columns', missing }) : ok(layout);
}

/** Reads one row; times without a zone are the client company's own. Every fault of the row is told. */
export function readCallRecord(
  row: number,
  cells: readonly string[],
  layout: CallLayout,
  timeZone: string,
): Result<CallRecord, { code: 'rejected'; rejections: CallRejection[] }> {
  const rejections: CallRejection[] = [];
  const text = (column: CallColumn) => (cells[layout[column] ?? -1] ?? '').trim();
  const reject = (column: CallColumn, fault: CallFault) => {
    rejections.push({ row, column, fault, value: text(column).slice(0, 200) });
    return null;
  };
  const needed = (column: CallColumn, most: number) => {
    const value = text(column);
    if (value === '') reject(column, 'missing');
    else if (value.length > most) reject(column, 'long');
    return value;
  };
  const seconds = (column: CallColumn) => {
    const value = text(column);
    if (value === '') return null;
    return /^\d{1,6}$/.test(value) ? Number(value) * 1000 : reject(column, 'number');
  };
  const callId = needed('id', 120);
  const number = needed('number', 40);
  const startedAt = text('start') === '' ? reject('start', 'missing') : readTime(text('start'), timeZone);
  if (startedAt === null && text('start') !== '') reject('start', 'time');
  const direction = readDirection(text('direction')) ?? reject('direction', 'direction');
  const [waitMs, talkMs, holdMs] = [seconds('wait'), seconds('talk'), seconds('hold')];
  const recordingUrl = text('recording') || null;
  if (recordingUrl && !isHttps(recordingUrl)) reject('recording', 'url');
  if (rejections.length > 0 || !startedAt || !direction) return refuse({ code: 'rejected', rejections });
  const endedAt = new Date(startedAt.getTime() + (waitMs ?? 0) + (talkMs ?? 0) + (holdMs ?? 0));
  const extension = text('extension') || null;
  return ok({
    callId,
    number,
    startedAt,
    endedAt,
    direction,
    extension,
    waitMs,
    talkMs,
    holdMs,
    recordingUrl,
  });
}

function readDirection(text: string): CallRecord['direction'] | null {
  const word = text.toLowerCase();
  if (['', 'in', 'inbound', 'входящий', 'вх'].includes(word)) return 'inbound';
  return ['out', 'outbound', 'исходящий', 'исх'].includes(word) ? 'outbound' : null;
}

function isHttps(text: string): boolean {
  return text.length <= 1000 && URL.parse(text)?.protocol === 'https:';
}

/** ISO 8601 with or without an offset, or `22.11.2026 10:15:00`. */
function readTime(text: string, timeZone: string): Date | null {
  const iso = text.replace(/^(\d{2})\.(\d{2})\.(\d{4})/, '$3-$2-$1').replace(' ', 'T');
  try {
    const hasZone = /([zZ]|[+-]\d{2}:?\d{2})$/.test(iso);
    const at = hasZone
      ? Temporal.Instant.from(iso)
      : Temporal.PlainDateTime.from(iso).toZonedDateTime(timeZone).toInstant();
    return new Date(at.epochMilliseconds);
  } catch {
    return null;
  }
}
