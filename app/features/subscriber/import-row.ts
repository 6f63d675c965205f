import { ok, type Result, refuse } from '#app/platform/result.ts';
import type { Msisdn } from '#carriers/port.ts';
import {
  type CellFault,
  type Item,
  readBalance,
  readEmail,
  readItem,
  readItems,
  readKind,
  readZone,
  type SubscriberKind,
} from './import-cells.ts';
import type { ColumnLayout, ImportColumn } from './import-columns.ts';
import { type PhoneRefusal, parsePhone } from './phone.ts';

/** A carrier account that lines may belong to. `carrierNames`: the carrier's id and titles in any language. */
export type ImportAccount = { id: string; carrier: string; title: string; carrierNames: string[] };

/** What a row says. `undefined`: it says nothing, what is known stays. */
export type ImportedLine = {
  row: number;
  name: string;
  msisdn: Msisdn;
  account: ImportAccount;
  kind: SubscriberKind | undefined;
  contract: string | undefined;
  accountNumber: string | undefined;
  tariff: Item | undefined;
  options: Item[] | undefined;
  balanceKopecks: number | undefined;
  email: string | undefined;
  postalAddress: string | undefined;
  timeZone: string | undefined;
};

export type ImportFault =
  | CellFault
  | PhoneRefusal['code']
  | 'empty'
  | 'too-long'
  | 'unreadable-characters'
  | 'too-many-cells'
  | 'carrier-unknown'
  | 'carrier-account-unknown'
  | 'carrier-account-ambiguous'
  | 'number-twice'
  | 'contract-of-another-name';
export type Rejection = {
  row: number;
  field: ImportColumn | 'row';
  fault: ImportFault;
  value: string;
  /** The row with which it clashes. */
  otherRow?: number;
};
export type RowRefusal = { code: 'row-rejected'; rejections: Rejection[] };
export type ImportLayout = { columns: ColumnLayout; width: number; accounts: readonly ImportAccount[] };

const longestCell = 200;
const longestOptions = 4000;

/** Reads one row of the file. Every fault of the row is told, not just the first. */
export function readImportRow(
  row: number,
  cells: string[],
  layout: ImportLayout,
): Result<ImportedLine, RowRefusal> {
  const { rejections, text, read } = openRow(row, cells, layout);
  const line = {
    row,
    name: read('name', ok),
    msisdn: read('msisdn', parsePhone),
    account: read('carrier', (carrier) => findAccount(layout.accounts, carrier, text('carrierAccount'))),
    kind: read('kind', readKind),
    contract: read('contract', ok),
    accountNumber: read('account', ok),
    tariff: read('tariff', readItem),
    options: read('options', readItems),
    balanceKopecks: read('balance', readBalance),
    email: read('email', readEmail),
    postalAddress: read('postalAddress', ok),
    timeZone: read('timeZone', readZone),
  };
  for (const field of ['name', 'msisdn', 'carrier'] as const) {
    if (text(field) === '') rejections.push({ row, field, fault: 'empty', value: '' });
  }
  const { name, msisdn, account } = line;
  if (rejections.length > 0 || !name || !msisdn || !account)
    return refuse({ code: 'row-rejected', rejections });
  return ok({ ...line, name, msisdn, account });
}

function openRow(row: number, cells: string[], { columns, width }: ImportLayout) {
  const rejections: Rejection[] = [];
  const reject = (field: Rejection['field'], fault: ImportFault, value: string) => {
    rejections.push({ row, field, fault, value: value.slice(0, longestCell) });
    return undefined;
  };
  const text = (column: ImportColumn) => cells[columns[column] ?? -1]?.replace(/\s+/g, ' ').trim() ?? '';
  if (cells.slice(width).some((extra) => extra.trim())) reject('row', 'too-many-cells', cells.join(' | '));
  return {
    rejections,
    text,
    read<T>(column: ImportColumn, parse: (cell: string) => Result<T, { code: ImportFault }>): T | undefined {
      const cell = text(column);
      if (cell === '') return undefined;
      if (cell.length > (column === 'options' ? longestOptions : longestCell))
        return reject(column, 'too-long', cell);
      if (/[\p{Cc}\ufffd]/u.test(cell)) return reject(column, 'unreadable-characters', cell);
      const parsed = parse(cell);
      return parsed.ok ? parsed.value : reject(column, parsed.error.code, cell);
    },
  };
}

function fold(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

function findAccount(
  accounts: readonly ImportAccount[],
  carrier: string,
  title: string,
): Result<ImportAccount, { code: ImportFault }> {
  const ofCarrier = accounts.filter((account) => account.carrierNames.map(fold).includes(fold(carrier)));
  if (ofCarrier.length === 0) return refuse({ code: 'carrier-unknown' });
  const titled = title ? ofCarrier.filter((account) => fold(account.title) === fold(title)) : ofCarrier;
  const [account, another] = titled;
  if (!account) return refuse({ code: 'carrier-account-unknown' });
  return another ? refuse({ code: 'carrier-account-ambiguous' }) : ok(account);
}
