import { ok, type Result, refuse } from '#app/platform/result.ts';

/** Every column an import knows, with the header names by which it is recognised. */
const headerNames = {
  name: ['name', 'subscriber', 'фио', 'имя', 'абонент', 'наименование', 'название', 'клиент'],
  kind: ['kind', 'type', 'тип', 'вид', 'тип абонента', 'тип клиента'],
  contract: ['contract', 'contract number', 'договор', 'номер договора', '№ договора'],
  msisdn: [
    'msisdn',
    'phone',
    'number',
    'телефон',
    'номер',
    'номер телефона',
    'мобильный',
    'абонентский номер',
  ],
  carrier: ['carrier', 'operator', 'оператор', 'оператор связи'],
  carrierAccount: ['carrier account', 'договор с оператором', 'кабинет', 'кабинет оператора'],
  account: ['account', 'account number', 'лицевой счет', 'лс', 'номер лицевого счета'],
  tariff: ['tariff', 'plan', 'тариф', 'тарифный план'],
  options: ['options', 'services', 'опции', 'услуги'],
  balance: ['balance', 'баланс', 'остаток'],
  timeZone: ['time zone', 'zone', 'region', 'часовой пояс', 'регион', 'субъект рф'],
  postalAddress: ['postal address', 'address', 'почтовый адрес', 'адрес'],
  email: ['email', 'почта', 'электронная почта', 'эл почта'],
} as const;
export type ImportColumn = keyof typeof headerNames;
export const importColumns = Object.keys(headerNames) as ImportColumn[];
const required: readonly ImportColumn[] = ['name', 'msisdn', 'carrier'];

/** Where each column stands in a row; a column that the file does not have is left out. */
export type ColumnLayout = { [column in ImportColumn]?: number };
/** Header names chosen by the person, for columns that are not recognised. */
export type ColumnMapping = { [column in ImportColumn]?: string | undefined };

/** `header-not-found`: a mapped name that the file does not have. `header-twice`: two headers for one column. */
export type HeaderRefusal =
  | { code: 'columns-missing'; columns: ImportColumn[]; header: string[] }
  | { code: 'header-not-found'; name: string; header: string[] }
  | { code: 'header-twice'; column: ImportColumn; header: string[] };

function fold(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[^\p{L}\p{N}№]+/gu, '');
}

/** Finds the columns by their header names; a chosen mapping goes first. */
export function layOutColumns(
  header: string[],
  mapping: ColumnMapping = {},
): Result<ColumnLayout, HeaderRefusal> {
  const folded = header.map(fold);
  const layout: ColumnLayout = {};
  for (const column of importColumns) {
    const chosen = mapping[column];
    const names: readonly string[] = chosen === undefined ? headerNames[column] : [chosen];
    const wanted = names.map(fold);
    const places = folded.flatMap((name, place) => (wanted.includes(name) ? [place] : []));
    if (chosen !== undefined && places.length === 0)
      return refuse({ code: 'header-not-found', name: chosen, header });
    if (places.length > 1) return refuse({ code: 'header-twice', column, header });
    if (places[0] !== undefined) layout[column] = places[0];
  }
  const columns = required.filter((column) => layout[column] === undefined);
  return columns.length > 0 ? refuse({ code: 'columns-missing', columns, header }) : ok(layout);
}
