import { formatFor } from '#app/platform/format.ts';
import { textsOf } from '#app/platform/texts.ts';
import { writeCsv } from '#app/platform/write-csv.ts';
import { writeXlsx } from '#app/platform/write-xlsx.ts';
import type { Exported } from './export-persons.ts';
import type { ExportFormat } from './person-export.ts';

type Words = { language: 'ru' | 'en'; timeZone: string; carriers: Readonly<Record<string, string>> };
type Cells = (string | number)[];

/** A list with persons for a spreadsheet. Every text is a text there and no formula, whatever its name is. */
export async function writeExport(
  exported: Exported,
  format: ExportFormat,
  words: Words,
): Promise<Uint8Array<ArrayBuffer>> {
  const rows = tableOf(exported, words);
  if (format === 'csv') return new TextEncoder().encode(writeCsv(rows));
  const widths = rows[0]?.map(() => 22) ?? [];
  return writeXlsx([{ name: 'Sheet 1', widths, still: { rows: 1, columns: 0 }, boldRows: [0], rows }]);
}

function tableOf(exported: Exported, { language, timeZone, carriers }: Words): Cells[] {
  const texts = textsOf(language);
  const { head } = texts.personExport;
  const format = formatFor(language, timeZone);
  const carrierOf = (id: string | null) => (id === null ? '' : (carriers[id] ?? id));
  if (exported.list === 'subscribers') {
    const { subscribers } = head;
    const names = [subscribers.name, subscribers.kind, subscribers.contract, subscribers.number];
    const rest = [
      subscribers.carrier,
      subscribers.tariff,
      subscribers.email,
      subscribers.address,
      subscribers.since,
    ];
    const rows = exported.rows.map(
      (row): Cells => [
        row.name,
        texts.personExport.kind[row.kind],
        row.contractNumber,
        digitsOf(row.msisdn),
        carrierOf(row.carrier),
        row.tariffName ?? '',
        row.email ?? '',
        row.postalAddress ?? '',
        format.moment(row.createdAt),
      ],
    );
    return [[...names, ...rest], ...rows];
  }
  const { cases } = head;
  const rows = exported.rows.map(
    (row): Cells => [
      row.number,
      format.moment(row.createdAt),
      row.subject,
      texts.case.kind[row.kind],
      texts.case.state[row.state],
      texts.case.channel[row.channel],
      carrierOf(row.carrier),
      row.name ?? '',
      row.contractNumber ?? '',
      digitsOf(row.msisdn),
    ],
  );
  const about = [cases.case, cases.opened, cases.subject, cases.kind, cases.state, cases.channel];
  return [[...about, cases.carrier, cases.name, cases.contract, cases.number], ...rows];
}

/** Without its plus, which a spreadsheet would take for the beginning of a formula. */
function digitsOf(msisdn: string | null): string {
  return msisdn?.replace('+', '') ?? '';
}
