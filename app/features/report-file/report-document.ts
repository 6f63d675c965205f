import type { Unit } from '#app/features/metric/metric.ts';

/** A report as it goes into a file: words are chosen, numbers are not yet written. The same goes to PDF, XLSX and CSV. */
export type ReportDocument = {
  title: string;
  language: 'ru' | 'en';
  madeAt: Date;
  /** What the columns are called, `reportFile:column`. */
  words: ReportWords;
  sections: readonly ReportSection[];
};

export type ReportWords = Record<
  | 'figure'
  | 'value'
  | 'numerator'
  | 'denominator'
  | 'interval'
  | 'definition'
  | 'part'
  | 'sheet'
  | 'seconds'
  | 'threshold',
  string
>;

export type ReportSection = {
  title: string;
  /** On paper it begins a page. */
  isOnNewPage?: boolean;
  texts: readonly string[];
  figures: readonly ReportFigure[];
  series: readonly ReportSeries[];
  tables: readonly ReportTable[];
};

export type ReportFigure = {
  title: string;
  /** What it counts, in words. */
  definition: string;
  unit: Unit;
  numerator: number;
  /** `null`: the figure is a sum, not a quotient. */
  denominator: number | null;
  /** As the value is: of a share both lie between 0 and 1. */
  interval: readonly [number, number] | null;
  /** What it is the sum of, day by day or month by month; none where it is no sum. */
  parts: readonly ReportPart[];
};

export type ReportPart = { title: string; numerator: number; denominator: number | null };

/** One line of a chart, its points in order; `null`: nothing is known. */
export type ReportSeries = {
  title: string;
  unit: Unit;
  points: readonly { title: string; value: number | null }[];
  /** What the contract demands. */
  threshold: number | null;
  /** On paper its ends are told and not each point. */
  isBrief?: boolean;
};

/** A list: texts and numbers, as many in a row as there are columns. */
export type ReportTable = {
  title: string;
  columns: readonly string[];
  rows: readonly (readonly (string | number)[])[];
};

/** `null`: of nothing there is no quotient. */
export function quotientOf({
  numerator,
  denominator,
}: Pick<ReportFigure, 'numerator' | 'denominator'>): number | null {
  if (denominator === null) return numerator;
  return denominator === 0 ? null : numerator / denominator;
}

/** How many of a unit make one of what people read: seconds and roubles. */
export function scaleOf(unit: Unit): number {
  return { count: 1, share: 1, ms: 1000, kopecks: 100, score: 1 }[unit];
}
