/** A document to be drawn as PDF: A4, its parts one below the other. All texts are plain: no mark-up, no addresses to fetch. */
export type PdfDocument = {
  /** Stands in the file's properties, and in the first line of it unless `isTitleDrawn` is false. */
  title: string;
  isTitleDrawn?: boolean;
  language: 'ru' | 'en';
  madeAt: Date;
  isLandscape?: boolean;
  /** Of plain text, in points; 10 unless it is said. */
  fontSize?: number;
  /** "2 / 5" below every page, unless it is false. */
  hasPageNumbers?: boolean;
  parts: readonly PdfPart[];
};

export type PdfPart =
  | { kind: 'heading'; text: string }
  /** Line ends are kept. `right` stands in the right half of the page, as an address does. */
  | { kind: 'paragraph'; text: string; at?: 'left' | 'right'; isDimmed?: boolean }
  | PdfTable
  | PdfLineChart
  | { kind: 'new-page' };

/** A row has as many cells as there are columns; what is missing is empty. The header is repeated on every page. */
export type PdfTable = {
  kind: 'table';
  columns: readonly PdfColumn[];
  rows: readonly (readonly string[])[];
};

/** One line from 0 or its least value upwards, as wide as the page; a gap where nothing is known, a dashed threshold. */
export type PdfLineChart = {
  kind: 'line-chart';
  values: readonly (number | null)[];
  threshold: number | null;
};

/** `fit`: as wide as its content, `share`: an equal share of what is left, a number: points. */
export type PdfColumn = { title: string; width: 'fit' | 'share' | number; isNumber?: boolean };
