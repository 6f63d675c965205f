import { setImmediate } from 'node:timers/promises';
import { reportCsv } from '#app/features/report-file/report-csv.ts';
import { reportPdf } from '#app/features/report-file/report-pdf.ts';
import { reportSheets } from '#app/features/report-file/report-sheets.ts';
import { formatFor } from '#app/platform/format.ts';
import { drawPdf } from '#app/platform/pdf/draw-pdf.ts';
import { textsOf } from '#app/platform/texts.ts';
import { writeXlsx } from '#app/platform/write-xlsx.ts';
import type { TenantDb } from '#db/open.ts';
import { getNewestRevision, listMonthsUntil } from '#db/tenant/queries/closed-months.ts';
import { type MonthAbout, type MonthTexts, monthReport, yearReport } from './month-report.ts';
import { datesOf } from './month-snapshot.ts';
import type { SealedReader } from './read-months.ts';
import type { SealedMonth } from './seal-month.ts';

type Write = (
  db: TenantDb,
  row: SealedMonth,
  texts: MonthTexts,
  about: MonthAbout,
) => Promise<Uint8Array<ArrayBuffer>>;

/** Every file there is of a month, from its newest revision. */
const monthFiles: Readonly<Record<string, Write>> = {
  'month.pdf': (_db, row, texts, about) => drawPdf(reportPdf(monthReport(row, texts, about))),
  'month.xlsx': (_db, row, texts, about) => writeXlsx(reportSheets(monthReport(row, texts, about))),
  'month.csv': async (_db, row, texts, about) =>
    new TextEncoder().encode(reportCsv(monthReport(row, texts, about))),
  'year.pdf': async (db, { month }, texts, about) => {
    const months = await listMonthsUntil(db, month, 12);
    return drawPdf(reportPdf(await yearReport(newestOf(db, months), texts, about)));
  },
};

/** One after the other: all at once they would hold up whoever is at the desk. */
async function* newestOf(db: TenantDb, months: readonly string[]) {
  for (const month of months) {
    await setImmediate();
    const row = await getNewestRevision(db, month);
    if (row) yield row;
  }
}

type Words = { language: 'ru' | 'en'; tenant: string; carriers: Readonly<Record<string, string>> };

/** A closed month as a file. `null`: it was not closed, or there is no such file. */
export async function writeMonthFile(
  { db, now, timeZone }: SealedReader,
  { month, file }: { month: string; file: string },
  { language, tenant, carriers }: Words,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const write = Object.hasOwn(monthFiles, file) ? monthFiles[file] : undefined;
  const row = await getNewestRevision(db, month);
  if (!write || !row) return null;
  const { month: texts, case: caseTexts } = textsOf(language);
  const { from, to } = datesOf(month);
  const name = file === 'year.pdf' ? texts.yearTitle : texts.fileTitle;
  const title = name
    .replace('{{tenant}}', () => tenant)
    .replace('{{month}}', formatFor(language, timeZone).period(from, to));
  const channels: Readonly<Record<string, string>> = caseTexts.channel;
  const nameOf = (key: string) => carriers[key] ?? channels[key] ?? key;
  return write(db, row, texts, { title, language, madeAt: now, nameOf });
}
