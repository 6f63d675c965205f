import { reportPdf } from '#app/features/report-file/report-pdf.ts';
import type { PdfDocument } from '#app/platform/pdf/pdf-document.ts';
import { type MonthAbout, type MonthTexts, yearReport } from './month-report.ts';
import type { SealedMonth } from './seal-month.ts';

export type YearInput = { rows: readonly SealedMonth[]; texts: MonthTexts; about: MonthAbout };

/** A year's closed months as a document: megabytes are read for it, so it is written where it is drawn. */
export function writeDocument({ rows, texts, about }: YearInput): PdfDocument {
  return reportPdf(yearReport(rows, texts, about));
}
