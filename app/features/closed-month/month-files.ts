import { reportCsv } from '#app/features/report-file/report-csv.ts';
import { reportPdf } from '#app/features/report-file/report-pdf.ts';
import { reportSheets } from '#app/features/report-file/report-sheets.ts';
import { formatFor } from '#app/platform/format.ts';
import { drawPdf } from '#app/platform/pdf/draw-pdf.ts';
import { textsOf } from '#app/platform/texts.ts';
import { writeXlsx } from '#app/platform/write-xlsx.ts';
import { listClosedMonths } from '#db/tenant/queries/closed-months.ts';
import { type MonthAbout, type MonthTexts, monthReport, yearReport } from './month-report.ts';
import { datesOf } from './month-snapshot.ts';
import type { SealedReader } from './read-months.ts';
import type { SealedMonth } from './seal-month.ts';

type Write = (
  rows: readonly SealedMonth[],
  texts: MonthTexts,
  about: MonthAbout,
) => Promise<Uint8Array<ArrayBuffer>>;

/** Every file there is of a month: `rows` end with its newest revision, the months before it come first. */
const monthFiles: Readonly<Record<string, Write>> = {
  'month.pdf': ofMonth((row, texts, about) => drawPdf(reportPdf(monthReport(row, texts, about)))),
  'month.xlsx': ofMonth((row, texts, about) => writeXlsx(reportSheets(monthReport(row, texts, about)))),
  'month.csv': ofMonth(async (row, texts, about) =>
    new TextEncoder().encode(reportCsv(monthReport(row, texts, about))),
  ),
  'year.pdf': (rows, texts, about) => drawPdf(reportPdf(yearReport(rows.slice(-12), texts, about))),
};

function ofMonth(
  write: (row: SealedMonth, texts: MonthTexts, about: MonthAbout) => Promise<Uint8Array<ArrayBuffer>>,
): Write {
  return (rows, texts, about) => {
    const row = rows.at(-1);
    if (!row) throw new Error('A file of no month was asked for.');
    return write(row, texts, about);
  };
}

type Words = { language: 'ru' | 'en'; tenant: string; carriers: Readonly<Record<string, string>> };

/** A closed month as a file. `null`: it was not closed, or there is no such file. */
export async function writeMonthFile(
  { db, now, timeZone }: SealedReader,
  { month, file }: { month: string; file: string },
  { language, tenant, carriers }: Words,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const write = Object.hasOwn(monthFiles, file) ? monthFiles[file] : undefined;
  const rows = newestUntil(await listClosedMonths(db), month);
  if (!write || rows.at(-1)?.month !== month) return null;
  const { month: texts, case: caseTexts } = textsOf(language);
  const { from, to } = datesOf(month);
  const name = file === 'year.pdf' ? texts.yearTitle : texts.fileTitle;
  const title = name
    .replace('{{tenant}}', () => tenant)
    .replace('{{month}}', formatFor(language, timeZone).period(from, to));
  const channels: Readonly<Record<string, string>> = caseTexts.channel;
  const nameOf = (key: string) => carriers[key] ?? channels[key] ?? key;
  return write(rows, texts, { title, language, madeAt: now, nameOf });
}

/** The newest revision of each month up to this one, the earliest first. */
function newestUntil(rows: readonly SealedMonth[], month: string): SealedMonth[] {
  const newest = new Map(rows.filter((row) => row.month <= month).map((row) => [row.month, row]));
  return [...newest.values()].sort((a, b) => a.month.localeCompare(b.month));
}
