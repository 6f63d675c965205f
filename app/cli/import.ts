import { createReadStream, createWriteStream, existsSync, rmSync } from 'node:fs';
import { finished } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { type Options, stringify } from 'csv-stringify';
import { type UsageColumn, usageColumns } from '#app/features/churn/usage-row.ts';
import { toImportAccounts } from '#app/features/subscriber/import-accounts.ts';
import {
  type ColumnMapping,
  type ImportColumn,
  importColumns,
} from '#app/features/subscriber/import-columns.ts';
import {
  type ImportRefusal,
  type ImportReport,
  importSubscribers,
} from '#app/features/subscriber/import-subscribers.ts';
import { faultText } from '#app/features/subscriber/import-texts.ts';
import { type TextEncoding, textEncodings } from '#app/platform/decode-text.ts';
import { type CsvForm, type Delimiter, delimiters } from '#app/platform/read-csv.ts';
import { carriers } from '#carriers/registry.ts';
import { listCarrierAccounts } from '#db/control/queries/carrier-accounts.ts';
import type { Databases } from '#db/open.ts';
import { requireTenant, runCommand, say, sayProgress, UsageError } from './command-line.ts';
import { importUsageFile } from './import-usage-file.ts';

const usage = `npm run import -- subscribers|usage FILE.csv --tenant SLUG
  [--encoding ${textEncodings.join('|')}] [--delimiter ";" | "," | tab]
  [--map COLUMN="Header of the file"]…   COLUMN: ${importColumns.join(', ')};
  of usage, a row a line and day: ${usageColumns.join(', ')}`;

/** Formulas in a rejected cell must not run in the spreadsheet that opens the report. */
const forSpreadsheets: Options = { delimiter: ';', bom: true, escape_formulas: true };

const operator = { userId: 'command-line', name: 'Command line', roles: ['admin' as const] };

// `npm run import` gives the young generation 8 MB: what is kept of 100,000 rows is 20 MB, the rest was garbage
// that waited (427 MB at the peak, 320 MB so; the same time).
await runCommand(
  'import',
  (env) => `While it runs, import on its page: ${env.PULT_ORIGIN}/admin`,
  async (databases) => {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        tenant: { type: 'string' },
        encoding: { type: 'string' },
        delimiter: { type: 'string' },
        map: { type: 'string', multiple: true },
      },
    });
    const [what, file] = positionals;
    const isUsage = what === 'usage';
    if ((what !== 'subscribers' && !isUsage) || !file || positionals.length > 2) throw new UsageError(usage);
    if (!existsSync(file)) throw new UsageError(`There is no file ${file}.`);
    const tenant = await requireTenant(databases, values.tenant);
    const form = readForm(values);
    if (!isUsage) {
      await importFile(databases, tenant.id, file, form, readMapping(values.map ?? [], importColumns));
      return;
    }
    const db = await databases.openTenant(tenant.id);
    const mapping = readMapping(values.map ?? [], usageColumns);
    await withRejects(file, (reject) =>
      importUsageFile({ db, timeZone: tenant.timeZone }, file, { form, mapping }, reject),
    );
  },
);

async function importFile(
  databases: Databases,
  tenantId: string,
  file: string,
  form: CsvForm,
  mapping: ColumnMapping,
) {
  const db = await databases.openTenant(tenantId);
  const titles = Object.fromEntries(
    Object.values(carriers).map(({ definition }) => [definition.id, definition.title]),
  );
  const accounts = toImportAccounts(await listCarrierAccounts(databases.control, tenantId), titles);
  const rejects = openRejects(`${file}.rejected.csv`);
  const result = await importSubscribers(
    { db, actor: operator, accounts, now: new Date() },
    createReadStream(file),
    {
      form,
      mapping,
      onProgress: (report) => sayProgress(`${report.rows} rows`),
      onReject: (rejection) =>
        rejects.write([rejection.row, rejection.field, faultText(rejection, 'ru'), rejection.value]),
    },
  );
  const rejectsFile = await rejects.close();
  say('');
  if (!result.ok) throw new UsageError(explain(result.error));
  say(describe(result.value));
  if (rejectsFile) say(`Rejected rows with their reasons: ${rejectsFile}`);
}

function describe({ rows, created, updated, unchanged, rejected }: ImportReport): string {
  return `${rows} rows: ${created} new, ${updated} changed, ${unchanged} as before, ${rejected} rejected.`;
}

function explain(error: ImportRefusal): string {
  switch (error.code) {
    case 'file-empty':
      return 'The file is empty.';
    case 'csv-broken':
      return `The file breaks at row ${error.row}: a quote is opened and not closed. Before it: ${describe(error.report)} Mend the row and import the file again.`;
    case 'columns-missing':
      return `No column for ${error.columns.join(', ')} among: ${error.header.join(' | ')}. Say which with --map ${error.columns[0]}="…".`;
    case 'header-not-found':
      return `No column "${error.name}" among: ${error.header.join(' | ')}.`;
    case 'header-twice':
      return `Two columns for ${error.column} among: ${error.header.join(' | ')}. Say which with --map ${error.column}="…".`;
    case 'forbidden':
      return 'You may not import subscribers.';
  }
}

function readForm({ encoding, delimiter }: { encoding?: string; delimiter?: string }): CsvForm {
  const sign = delimiter === 'tab' ? '\t' : delimiter;
  if (encoding && !textEncodings.includes(encoding as TextEncoding)) throw new UsageError(usage);
  if (sign && !delimiters.includes(sign as Delimiter)) throw new UsageError(usage);
  return { encoding: encoding as TextEncoding | undefined, delimiter: sign as Delimiter | undefined };
}

function readMapping<Column extends ImportColumn | UsageColumn>(
  entries: string[],
  columns: readonly Column[],
): Partial<Record<Column, string>> {
  const pairs = entries.map(
    (entry) => [entry.split('=', 1)[0] ?? '', entry.slice(entry.indexOf('=') + 1)] as const,
  );
  const unknown = pairs.find(([column]) => !columns.some((one) => one === column));
  if (unknown) throw new UsageError(`There is no column "${unknown[0]}" to map.\n${usage}`);
  return Object.fromEntries(pairs) as Partial<Record<Column, string>>;
}

/** What was rejected is told even where the import came to grief. */
async function withRejects(
  file: string,
  run: (reject: (cells: (string | number)[]) => Promise<void>) => Promise<void>,
): Promise<void> {
  const rejects = openRejects(`${file}.rejected.csv`);
  try {
    await run((cells) => rejects.write(cells));
  } finally {
    const written = await rejects.close();
    if (written) say(`Rejected rows with their reasons: ${written}`);
  }
}

function openRejects(file: string) {
  let count = 0;
  const csv = stringify(forSpreadsheets);
  const target = csv.pipe(createWriteStream(file));
  csv.write(['Строка', 'Колонка', 'Причина', 'Значение']);
  return {
    async write(cells: (string | number)[]): Promise<void> {
      count += 1;
      if (!csv.write(cells)) await new Promise((resolve) => csv.once('drain', resolve));
    },
    async close(): Promise<string | null> {
      csv.end();
      await finished(target);
      if (count > 0) return file;
      rmSync(file);
      return null;
    },
  };
}
