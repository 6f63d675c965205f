import type { Unit } from '#app/features/metric/metric.ts';
import { writeCsv } from '#app/platform/write-csv.ts';
import { quotientOf, type ReportDocument, type ReportPart, scaleOf } from './report-document.ts';

type Cells = (string | number)[];

/** Every figure with its parts, then every list; durations in seconds, money in roubles. */
export function reportCsv({ title, words, sections }: ReportDocument): string {
  const { figure, part, numerator, denominator, value, definition } = words;
  const figures = sections.flatMap(({ title: section, figures }) =>
    figures.flatMap((one) => [
      [section, one.title, '', ...numbersOf(one, one.unit), one.definition],
      ...one.parts.map((own): Cells => [section, one.title, own.title, ...numbersOf(own, one.unit), '']),
    ]),
  );
  const tables = sections.flatMap(({ tables }) =>
    tables.flatMap(({ title: name, columns, rows }) => [[], [name], [...columns], ...rows]),
  );
  const head = ['', figure, part, numerator, denominator, value, definition];
  return writeCsv([[title], head, ...figures, ...tables]);
}

function numbersOf(figure: Omit<ReportPart, 'title'>, unit: Unit): Cells {
  const value = quotientOf(figure);
  const { numerator, denominator } = figure;
  const scale = scaleOf(unit);
  return [numerator / scale, denominator ?? '', value === null ? '' : value / scale];
}
