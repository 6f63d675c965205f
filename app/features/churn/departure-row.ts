import { parsePhone } from '#app/features/subscriber/phone.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { type DepartureKind, departureKinds, type LeavingReason, leavingReasons } from './churn.ts';

const headers = {
  number: ['number', 'msisdn', 'phone', 'номер', 'телефон', 'номер телефона'],
  on: ['date', 'on', 'left', 'дата', 'дата ухода', 'ушел'],
  kind: ['kind', 'type', 'вид', 'как ушел'],
  reason: ['reason', 'причина'],
  note: ['note', 'comment', 'заметка', 'комментарий'],
  returned: ['returned', 'вернулся', 'дата возврата'],
  joined: ['joined', 'connected', 'подключен', 'дата подключения'],
  active: ['last traffic', 'last active', 'последний трафик'],
} as const;
type Column = keyof typeof headers;
export type DepartureLayout = { [column in Column]?: number };

export type HeaderFault = { code: 'columns-missing' } | { code: 'too-many-columns'; columns: number };
/** A list of departures has eight columns; whoever sends hundreds sent another file. */
const mostColumns = 60;

/** Where each column stands, by its name in either language. */
export function layOutDepartures(header: readonly string[]): Result<DepartureLayout, HeaderFault> {
  if (header.length > mostColumns) return refuse({ code: 'too-many-columns', columns: header.length });
  const folded = header.map((name) => name.trim().toLowerCase().replaceAll('ё', 'е'));
  const layout: DepartureLayout = {};
  for (const [column, names] of Object.entries<readonly string[]>(headers)) {
    const place = folded.findIndex((name) => names.includes(name));
    if (place >= 0) layout[column as Column] = place;
  }
  const isEnough = layout.number !== undefined && (layout.on !== undefined || layout.active !== undefined);
  return isEnough ? ok(layout) : refuse({ code: 'columns-missing' });
}

/** `on`: null where the row tells only of the life of a line that is here. */
export type DepartureRow = {
  msisdn: string;
  on: string | null;
  kind: DepartureKind;
  reason: LeavingReason;
  note: string | null;
  returnedOn: string | null;
  joinedOn: string | null;
  lastActiveOn: string | null;
};
export type RowFault = 'no-number' | 'bad-date' | 'bad-kind' | 'bad-reason';

const kindWords: Record<string, DepartureKind> = {
  mnp: 'port-out',
  'перенос номера': 'port-out',
  перенос: 'port-out',
  отключение: 'disconnected',
  отключен: 'disconnected',
  молчание: 'silent',
  'тариф соперника': 'rival-plan',
};
const reasonWords: Record<string, LeavingReason> = {
  цена: 'price',
  дорого: 'price',
  покрытие: 'coverage',
  связь: 'coverage',
  обслуживание: 'service',
  долг: 'debt',
  телефон: 'device',
  переезд: 'moved',
  'не сказал': 'unknown',
};

export function readDepartureRow(
  cells: readonly string[],
  layout: DepartureLayout,
): { row: DepartureRow; fault?: undefined } | { row?: undefined; fault: RowFault } {
  const cell = (column: Column) => (cells[layout[column] ?? -1] ?? '').trim();
  const phone = parsePhone(cell('number'));
  if (!phone.ok) return { fault: 'no-number' };
  const dates = (['on', 'returned', 'joined', 'active'] as const).map((column) => readDate(cell(column)));
  const [on, returnedOn, joinedOn, lastActiveOn] = dates;
  if (on === undefined || returnedOn === undefined || joinedOn === undefined || lastActiveOn === undefined)
    return { fault: 'bad-date' };
  const kind = wordOf(cell('kind'), departureKinds, kindWords, 'disconnected');
  if (!kind) return { fault: 'bad-kind' };
  const reason = wordOf(cell('reason'), leavingReasons, reasonWords, 'unknown');
  if (!reason) return { fault: 'bad-reason' };
  const note = cell('note').slice(0, 500) || null;
  return { row: { msisdn: phone.value, on, kind, reason, note, returnedOn, joinedOn, lastActiveOn } };
}

function wordOf<T extends string>(
  text: string,
  names: readonly T[],
  words: Record<string, T>,
  usual: T,
): T | undefined {
  const folded = text.toLowerCase().replaceAll('ё', 'е');
  if (folded === '') return usual;
  return names.find((name) => name === folded) ?? words[folded];
}

/** `2026-11-22` or `22.11.2026`; null: empty; undefined: neither. */
export function readDate(text: string): string | null | undefined {
  if (text === '') return null;
  const [, day, month, year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text) ?? [];
  const iso = day && month && year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return undefined;
  const at = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== iso ? undefined : iso;
}
