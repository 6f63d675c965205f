import { parsePhone } from '#app/features/subscriber/phone.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { readDate } from './departure-row.ts';

const headers = {
  number: ['number', 'msisdn', 'phone', 'номер', 'телефон', 'номер телефона'],
  on: ['date', 'day', 'дата', 'день'],
  minutes: ['minutes', 'минуты', 'минут'],
  megabytes: ['megabytes', 'mb', 'мегабайты', 'мб', 'мегабайт'],
  messages: ['messages', 'sms', 'сообщения', 'сообщений', 'смс'],
  fee: ['fee', 'charged', 'плата', 'начислено', 'руб'],
} as const;
export type UsageColumn = keyof typeof headers;
export const usageColumns = Object.keys(headers) as UsageColumn[];
export type UsageLayout = { [column in UsageColumn]?: number };
/** Header names chosen by the person, for columns that are not recognised. */
export type UsageMapping = { [column in UsageColumn]?: string | undefined };
export type UsageHeaderFault =
  | { code: 'columns-missing' }
  | { code: 'header-not-found'; name: string }
  | { code: 'too-many-columns'; columns: number };
/** A list of use has six columns; whoever sends hundreds sent another file. */
const mostColumns = 60;

/** Where each column stands, by the name that was chosen for it, else by its name in either language. */
export function layOutUsage(
  header: readonly string[],
  mapping: UsageMapping = {},
): Result<UsageLayout, UsageHeaderFault> {
  if (header.length > mostColumns) return refuse({ code: 'too-many-columns', columns: header.length });
  const folded = header.map(fold);
  const layout: UsageLayout = {};
  for (const column of usageColumns) {
    const name = mapping[column];
    const names: readonly string[] = name === undefined ? headers[column] : [fold(name)];
    const place = folded.findIndex((one) => names.includes(one));
    if (place >= 0) layout[column] = place;
    else if (name !== undefined) return refuse({ code: 'header-not-found', name });
  }
  const { number, on, minutes, megabytes, messages } = layout;
  const isUsed = minutes !== undefined || megabytes !== undefined || messages !== undefined;
  return number !== undefined && on !== undefined && isUsed
    ? ok(layout)
    : refuse({ code: 'columns-missing' });
}

function fold(name: string): string {
  return name.trim().toLowerCase().replaceAll('ё', 'е');
}

/** What one line used on one day; fractions are rounded up, as carriers bill them. */
export type UsageRow = {
  msisdn: string;
  on: string;
  minutes: number;
  megabytes: number;
  messages: number;
  feeKopecks: number;
};
export type UsageFault = 'no-number' | 'bad-date' | 'day-ahead' | 'bad-amount';
/** More in a day is another unit, bytes or seconds. */
const most = { minutes: 1440, megabytes: 2_000_000, messages: 100_000, fee: 1_000_000 };

export function readUsageRow(
  cells: readonly string[],
  layout: UsageLayout,
  today: string,
): Result<UsageRow, { code: UsageFault }> {
  const cell = (column: UsageColumn) => (cells[layout[column] ?? -1] ?? '').trim();
  const phone = parsePhone(cell('number'));
  if (!phone.ok) return refuse({ code: 'no-number' });
  const on = readDate(cell('on'));
  if (!on) return refuse({ code: 'bad-date' });
  if (on > today) return refuse({ code: 'day-ahead' });
  const amounts = (['minutes', 'megabytes', 'messages', 'fee'] as const).map((column) =>
    readAmount(cell(column), most[column]),
  );
  const [minutes, megabytes, messages, fee] = amounts;
  if (minutes === undefined || megabytes === undefined || messages === undefined || fee === undefined)
    return refuse({ code: 'bad-amount' });
  return ok({
    msisdn: phone.value,
    on,
    feeKopecks: Math.round(fee * 100),
    minutes: Math.ceil(minutes),
    megabytes: Math.ceil(megabytes),
    messages: Math.ceil(messages),
  });
}

/** Empty is nothing; `1 024,5` is a number as well. Undefined: it is none, or too much. */
function readAmount(text: string, atMost: number): number | undefined {
  const plain = text.replaceAll(/\s/g, '').replace(',', '.');
  if (plain === '') return 0;
  const amount = /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN;
  return amount <= atMost ? amount : undefined;
}
