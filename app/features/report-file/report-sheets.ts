import type { Unit } from '#app/features/metric/metric.ts';
import type { XlsxCell, XlsxFormula, XlsxSheet } from '#app/platform/write-xlsx.ts';
import {
  quotientOf,
  type ReportDocument,
  type ReportFigure,
  type ReportSection,
  type ReportWords,
  scaleOf,
} from './report-document.ts';

type Row = XlsxCell[];
type Built = { front: Row[]; bold: number[]; behind: Row[] };

/**
 * The sheets of a report: figures in front, what each is the sum of on the second, lists on their own behind. A figure
 * with parts is a living sum of them, and a quotient a living quotient of its two cells; durations are in seconds, money
 * in roubles.
 */
export function reportSheets({ title, words, sections }: ReportDocument): XlsxSheet[] {
  const built: Built = { front: [[title]], bold: [0], behind: [[words.figure, words.part]] };
  built.behind = [[words.figure, words.part, words.numerator, words.denominator]];
  for (const section of sections) addSection(built, section, words);
  const still = { rows: 1, columns: 1 };
  const tables = sections.flatMap(({ tables }) => tables);
  return [
    {
      name: nameOf(words, 1),
      widths: [44, 14, 14, 14, 12, 12, 80],
      still,
      boldRows: built.bold,
      rows: built.front,
    },
    { name: nameOf(words, 2), widths: [44, 24, 14, 14], still, boldRows: [0], rows: built.behind },
    ...tables.map(({ title: name, columns, rows }, place) => ({
      name: nameOf(words, place + 3),
      widths: columns.map(() => 22),
      still: { rows: 2, columns: 1 },
      boldRows: [0, 1],
      rows: [[name], columns, ...rows],
    })),
  ];
}

const nameOf = ({ sheet }: ReportWords, place: number) => `${sheet} ${place}`;

function addSection(built: Built, section: ReportSection, words: ReportWords): void {
  const { front, bold } = built;
  const begin = (row: Row) => {
    bold.push(front.length);
    front.push(row);
  };
  front.push([]);
  begin([section.title]);
  for (const text of section.texts) front.push([text]);
  if (section.figures.length > 0) {
    const { figure, numerator, denominator, value, interval, definition } = words;
    begin([figure, numerator, denominator, value, interval, '', definition]);
  }
  for (const figure of section.figures) addFigure(built, figure, words);
  for (const { title, unit, points, threshold } of section.series) {
    begin([title, words.value, words.threshold]);
    const cell = (value: number | null) =>
      value === null ? null : shown(value / scaleOf(unit), unit, words);
    for (const point of points) front.push([point.title, cell(point.value), cell(threshold)]);
  }
}

function addFigure({ front, behind }: Built, figure: ReportFigure, words: ReportWords): void {
  const { title, definition, unit, interval, parts } = figure;
  const scale = scaleOf(unit);
  const first = behind.length + 1;
  for (const part of parts) behind.push([title, part.title, part.numerator / scale, part.denominator]);
  const last = behind.length;
  const sum = (column: 'C' | 'D', value: number): number | XlsxFormula =>
    parts.length === 0
      ? value
      : { formula: `SUM('${nameOf(words, 2)}'!${column}${first}:${column}${last})`, result: value };
  const row = front.length + 1;
  const value = quotientOf(figure);
  const isSum = figure.denominator === null;
  const formula = isSum ? `B${row}` : `IF(C${row}=0,"",B${row}/C${row})`;
  front.push([
    title,
    sum('C', figure.numerator / scale),
    figure.denominator === null ? null : sum('D', figure.denominator),
    shown({ formula, result: value === null ? null : value / scale }, unit, words),
    ...(interval ?? [null, null]).map((end) => (end === null ? null : shown(end / scale, unit, words))),
    definition,
  ]);
}

function shown(value: number | XlsxFormula, unit: Unit, { seconds }: ReportWords): XlsxCell {
  const formats = {
    count: '#,##0.##',
    share: '0.0%',
    ms: `0.0" ${seconds}"`,
    kopecks: '#,##0.00',
    score: '0.00',
  };
  return { value, format: formats[unit] };
}
