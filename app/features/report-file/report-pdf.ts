import { figureText } from '#app/features/metric/figure-text.ts';
import type { PdfDocument, PdfPart } from '#app/platform/pdf/pdf-document.ts';
import {
  quotientOf,
  type ReportDocument,
  type ReportFigure,
  type ReportSection,
  type ReportSeries,
} from './report-document.ts';

/**
 * A report as a document to be drawn: figures as a table, what runs through time as a line over its own table. Without
 * definitions it is narrow enough to stand upright.
 */
export function reportPdf(report: ReportDocument): PdfDocument {
  const { title, language, madeAt, sections } = report;
  return {
    title,
    language,
    madeAt,
    fontSize: 8,
    isLandscape: sections.some(({ figures }) => figures.some(isDefined)),
    parts: sections.flatMap((section) => partsOf(section, report)),
  };
}

const isDefined = ({ definition }: ReportFigure) => definition !== '';

function partsOf(section: ReportSection, report: ReportDocument): PdfPart[] {
  const { title, isOnNewPage, texts, figures, series, tables } = section;
  return [
    ...(isOnNewPage ? [{ kind: 'new-page' as const }] : []),
    { kind: 'heading', text: title },
    ...texts.map((text): PdfPart => ({ kind: 'paragraph', text })),
    ...(figures.length > 0 ? [figureTable(figures, report)] : []),
    ...series.flatMap((one) => seriesParts(one, report)),
    ...tables.flatMap((table): PdfPart[] => [
      { kind: 'heading', text: table.title },
      {
        kind: 'table',
        columns: table.columns.map((column) => ({ title: column, width: 'share' })),
        rows: table.rows.map((row) => row.map(String)),
      },
    ]),
  ];
}

function figureTable(figures: readonly ReportFigure[], { words, language }: ReportDocument): PdfPart {
  const write = (value: number | null, { unit }: ReportFigure) => figureText(value, unit, language);
  const count = (value: number | null) => (value === null ? '' : figureText(value, 'count', language));
  const hasWords = figures.some(isDefined);
  return {
    kind: 'table',
    columns: [
      { title: words.figure, width: hasWords ? 150 : 'share' },
      { title: words.value, width: 70, isNumber: true },
      { title: words.numerator, width: 75, isNumber: true },
      { title: words.denominator, width: 60, isNumber: true },
      { title: words.interval, width: 90, isNumber: true },
      ...(hasWords ? [{ title: words.definition, width: 'share' as const }] : []),
    ],
    rows: figures.map((figure) => [
      figure.title,
      write(quotientOf(figure), figure),
      figure.unit === 'share' || figure.unit === 'score'
        ? count(figure.numerator)
        : write(figure.numerator, figure),
      count(figure.denominator),
      figure.interval ? figure.interval.map((end) => write(end, figure)).join(' … ') : '',
      figure.definition,
    ]),
  };
}

/** So many points stand in a table across. */
const pointsAcross = 16;

function seriesParts(series: ReportSeries, report: ReportDocument): PdfPart[] {
  const { title, unit, points, threshold, isBrief = false } = series;
  const { words, language } = report;
  const write = (value: number | null) => figureText(value, unit, language);
  const values = points.map(({ value }) => value);
  const starts = points.flatMap((_, place) => (!isBrief && place % pointsAcross === 0 ? [place] : []));
  const known = values.filter((value) => value !== null);
  const ends = known.length > 0 ? `: ${write(Math.min(...known))} … ${write(Math.max(...known))}` : '';
  const promised = threshold === null ? '' : `. ${words.threshold}: ${write(threshold)}`;
  const label = `${title}${isBrief ? ends : ''}${promised}`;
  return [
    { kind: 'paragraph', text: label },
    { kind: 'line-chart', values, threshold },
    ...starts.map((from): PdfPart => {
      const across = points.slice(from, from + pointsAcross);
      return {
        kind: 'table',
        columns: across.map((point) => ({ title: point.title, width: 44, isNumber: true })),
        rows: [across.map(({ value }) => write(value))],
      };
    }),
  ];
}
