import { figureOf } from '#app/features/metric/figure.ts';
import type { Figure } from '#app/features/metric/metric.ts';
import { metricOf } from '#app/features/metric/metric.ts';
import { reportCsv } from '#app/features/report-file/report-csv.ts';
import type {
  ReportDocument,
  ReportFigure,
  ReportSection,
} from '#app/features/report-file/report-document.ts';
import { reportPdf } from '#app/features/report-file/report-pdf.ts';
import { reportSheets } from '#app/features/report-file/report-sheets.ts';
import { formatFor } from '#app/platform/format.ts';
import { drawPdf } from '#app/platform/pdf/draw-pdf.ts';
import { textsOf } from '#app/platform/texts.ts';
import { writeXlsx } from '#app/platform/write-xlsx.ts';
import { sumOf } from './gather-weeks.ts';
import { isOwnFile, type OwnFile } from './own-files.ts';
import type { OwnDefinition } from './own-report.ts';
import { mostInFile, type OwnFigures, type OwnReader, readOwnFigures } from './read-own-figures.ts';

export type FileWords = { language: 'ru' | 'en'; tenant: string; carriers: Readonly<Record<string, string>> };
type Report = { name: string; definition: OwnDefinition };

const write: Readonly<Record<OwnFile, (document: ReportDocument) => Promise<Uint8Array<ArrayBuffer>>>> = {
  'report.csv': async (document) => new TextEncoder().encode(reportCsv(document)),
  'report.xlsx': (document) => writeXlsx(reportSheets(document)),
  'report.pdf': (document) => drawPdf(reportPdf(document)),
};

/** A report of one's own as a file, with its numbers of now. `null`: there is no such file. */
export async function writeOwnFile(
  reader: OwnReader,
  report: Report,
  file: string,
  words: FileWords,
): Promise<Uint8Array<ArrayBuffer> | null> {
  if (!isOwnFile(file)) return null;
  const figures = await readOwnFigures(reader, report.definition, mostInFile);
  return write[file](documentOf(reader, report, figures, words));
}

function documentOf(
  { now, timeZone }: OwnReader,
  { name }: Report,
  figures: OwnFigures,
  { language, tenant, carriers }: FileWords,
): ReportDocument {
  const { own, month, case: caseTexts } = textsOf(language);
  const { from, to } = figures.span;
  const kept: Readonly<Record<string, string>> = {
    ...caseTexts.channel,
    ...caseTexts.kind,
    ...carriers,
    ...figures.names,
  };
  const groups = [...Map.groupBy(figures.rows, ({ key }) => key)];
  const section: ReportSection = {
    title: name,
    texts: [own.span.replace('{{period}}', () => formatFor(language, timeZone).period(from, to))],
    figures: groups.flatMap(([key, rows]) =>
      figures.definition.metrics.flatMap((_, place) => {
        const steps = rows.flatMap(({ figures: own }) => own[place] ?? []);
        return figureIn(steps, key === null ? null : (kept[key] ?? key), language);
      }),
    ),
    series: [],
    tables: [],
  };
  const title = `${tenant}: ${name}`;
  return { title, language, madeAt: now, words: month.words, sections: [section] };
}

/** One figure over the whole period, with the steps that it is the sum of. */
function figureIn(steps: readonly Figure[], group: string | null, language: 'ru' | 'en'): ReportFigure[] {
  const [first] = steps;
  if (!first) return [];
  const texts = textsOf(language).metric[first.metric];
  const whole = figureOf({ ...first, step: null, ...sumOf(steps) });
  return [
    {
      title: group === null ? texts.title : `${group} · ${texts.title}`,
      definition: texts.formula,
      unit: metricOf(first.metric).unit,
      numerator: whole.numerator,
      denominator: whole.denominator,
      interval: whole.interval,
      parts:
        first.step === null
          ? []
          : steps.map((step) => ({ ...step, title: step.step?.replace('/', ' – ') ?? '' })),
    },
  ];
}
