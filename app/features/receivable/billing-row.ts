import { Temporal } from 'temporal-polyfill';
import { readBalance } from '#app/features/subscriber/import-cells.ts';
import { parsePhone } from '#app/features/subscriber/phone.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import type { Booking, BookingFault } from './plan-bookings.ts';

export const billingContents = ['charges', 'payments'] as const;
export type BillingContent = (typeof billingContents)[number];

/** The columns of a billing's file, with the header names by which each is recognised. */
const headerNames = {
  key: ['id', 'document', 'документ', 'номер документа', '№ документа', 'ид'],
  account: ['account', 'лицевой счет', 'лс', 'договор', 'номер договора', 'счет'],
  msisdn: ['msisdn', 'phone', 'телефон', 'номер', 'номер телефона', 'абонентский номер'],
  on: ['date', 'дата', 'дата платежа', 'дата начисления', 'дата операции'],
  due: ['due', 'срок', 'срок оплаты', 'оплатить до'],
  sum: ['sum', 'amount', 'сумма', 'сумма руб', 'начислено', 'оплачено'],
  note: ['note', 'примечание', 'назначение', 'комментарий', 'услуга'],
} as const;
export type BillingColumn = keyof typeof headerNames;
export const billingColumns = Object.keys(headerNames) as BillingColumn[];
export type BillingLayout = { [column in BillingColumn]?: number };
/** What a row says in each column, and nothing in those that the file does not have. */
export type BillingCells = Record<BillingColumn, string>;

export const rowFaults = [
  'no-key',
  'no-account',
  'phone-unreadable',
  'unreadable-sum',
  'unreadable-date',
  'no-due-date',
] as const;
export type BillingFault = { code: (typeof rowFaults)[number] } | BookingFault;

/** Finds the columns by their header names. `columns-missing`: those without which no row can be booked. */
export function layOutBilling(
  header: readonly string[],
  content: BillingContent,
): Result<BillingLayout, { code: 'columns-missing'; columns: BillingColumn[] }> {
  const layout: BillingLayout = {};
  for (const column of billingColumns) {
    const names = headerNames[column].map(fold);
    const place = header.findIndex((name) => names.includes(fold(name)));
    if (place >= 0) layout[column] = place;
  }
  const whose = layout.account === undefined && layout.msisdn === undefined ? (['account'] as const) : [];
  const needed: BillingColumn[] = ['key', 'on', 'sum', ...(content === 'charges' ? (['due'] as const) : [])];
  const columns = [...needed.filter((column) => layout[column] === undefined), ...whose];
  return columns.length > 0 ? refuse({ code: 'columns-missing', columns }) : ok(layout);
}

function fold(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[^\p{L}\p{N}№]+/gu, '');
}

const longestCell = 200;

/** A quote before a cell is how a spreadsheet is told that it is no formula. */
export function cellsOf(cells: readonly string[], layout: BillingLayout): BillingCells {
  const text = (column: BillingColumn) =>
    (cells[layout[column] ?? -1] ?? '').replace(/\s+/g, ' ').trim().replace(/^'/, '').slice(0, longestCell);
  return Object.fromEntries(billingColumns.map((column) => [column, text(column)])) as BillingCells;
}

/** What a row would book. Its name among those of its kind is the billing's document. */
export function readBillingRow(
  content: BillingContent,
  { key, account, msisdn, on, due, sum, note }: BillingCells,
  fileId: string,
): Result<Booking, BillingFault> {
  if (key === '') return refuse({ code: 'no-key' });
  if (account === '' && msisdn === '') return refuse({ code: 'no-account' });
  const phone = msisdn === '' ? null : parsePhone(msisdn);
  if (phone && !phone.ok) return refuse({ code: 'phone-unreadable' });
  const kopecks = readBalance(sum);
  if (!kopecks.ok) return refuse({ code: 'unreadable-sum' });
  const [date, dueOn] = [readDate(on), due === '' ? null : readDate(due)];
  if (date === null || (due !== '' && dueOn === null)) return refuse({ code: 'unreadable-date' });
  if (content === 'charges' && dueOn === null) return refuse({ code: 'no-due-date' });
  const kind = content === 'charges' ? 'charge' : 'payment';
  return ok({
    kind,
    amountKopecks: kopecks.value,
    on: date,
    dueOn: kind === 'charge' ? dueOn : null,
    source: 'file',
    sourceKey: `${kind}:${key}`,
    fileId,
    note: note || null,
    whose: { accountNumber: account || null, msisdn: phone ? phone.value : null },
  });
}

/** `2026-11-20` or `20.11.2026`, with a time behind it or not, as an ISO date; `null`: there is no such day. */
export function readDate(text: string): string | null {
  const [, day, month, year] = /^(\d{1,2})[./](\d{1,2})[./](\d{4})(?:[ T].*)?$/.exec(text) ?? [];
  const iso = /^(\d{4}-\d{2}-\d{2})(?:[ T].*)?$/.exec(text)?.[1];
  const date = year ? `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}` : iso;
  if (!date) return null;
  try {
    return Temporal.PlainDate.from(date, { overflow: 'reject' }).toString();
  } catch {
    return null;
  }
}
