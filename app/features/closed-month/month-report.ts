import { type MetricKey, metricOf } from '#app/features/metric/metric.ts';
import type {
  ReportDocument,
  ReportFigure,
  ReportSection,
  ReportSeries,
  ReportWords,
} from '#app/features/report-file/report-document.ts';
import { quotientOf } from '#app/features/report-file/report-document.ts';
import { formatFor } from '#app/platform/format.ts';
import type { FrozenFigure, MonthSnapshot } from './month-snapshot.ts';
import { datesOf } from './month-snapshot.ts';
import { snapshotOf } from './read-months.ts';
import type { SealedMonth } from './seal-month.ts';

/** The words of the files, `month`. */
export type MonthTexts = {
  byChannel: string;
  byCarrier: string;
  hash: string;
  who: string;
  words: ReportWords;
};
export type MonthAbout = { title: string; language: 'ru' | 'en'; madeAt: Date; nameOf(key: string): string };

/** What runs through the days of a month on its chart. */
const drawn = ['serviceLevel', 'firstResponse', 'resolution', 'opened'] as const;
const drawnShort = ['serviceLevel', 'resolution'] as const;
/** What a month of a year shows: one page with its charts. */
const yearly: readonly MetricKey[] = [
  ...(['serviceLevel', 'speedOfAnswer', 'abandoned', 'handlingTime', 'missedChats'] as const),
  ...(['firstResponse', 'resolution', 'carrierPart', 'opened', 'timeToSolve'] as const),
  ...(['firstContactResolution', 'satisfaction', 'recommendation', 'accuracyCustomer'] as const),
  ...(['activeBase', 'linesJoined', 'linesReturned', 'linesLeft', 'churnRate', 'savedShare'] as const),
  ...(['debtOverdue', 'debtCollected', 'promisesKept', 'goodwill'] as const),
];

/** A closed month as a report: figures with the days behind them, then by channel and by carrier. */
export function monthReport(row: SealedMonth, texts: MonthTexts, about: MonthAbout): ReportDocument {
  const snapshot = snapshotOf(row);
  const whole = sectionOf(row, snapshot, texts, about);
  const by = (dimension: 'channel' | 'carrier', title: string): ReportSection => ({
    title,
    texts: [],
    series: [],
    tables: [],
    isOnNewPage: true,
    figures: snapshot.figures
      .filter((one) => one.dimension === dimension && quotientOf(one) !== null)
      .map((one) => figureOf(one, snapshot, { ...about, isShort: true })),
  });
  const { title, language, madeAt } = about;
  const sections = [whole, by('channel', texts.byChannel), by('carrier', texts.byCarrier)];
  return { title, language, madeAt, words: texts.words, sections };
}

/** Closed months one a page, the first the earliest. */
export async function yearReport(
  rows: AsyncIterable<SealedMonth>,
  texts: MonthTexts,
  about: MonthAbout,
): Promise<ReportDocument> {
  const { title, language, madeAt } = about;
  const sections: ReportSection[] = [];
  for await (const row of rows) {
    const section = sectionOf(row, snapshotOf(row), texts, { ...about, isShort: true });
    sections.push({ ...section, isOnNewPage: sections.length > 0 });
  }
  return { title, language, madeAt, words: texts.words, sections };
}

type Shown = MonthAbout & { isShort?: boolean };

function sectionOf(
  row: SealedMonth,
  snapshot: MonthSnapshot,
  texts: MonthTexts,
  about: Shown,
): ReportSection {
  const format = formatFor(about.language, snapshot.timeZone);
  const { from, to } = datesOf(row.month);
  const signed = texts.who.replace('{{who}}', row.closedBy).replace('{{at}}', format.moment(row.closedAt));
  return {
    title: format.period(from, to),
    texts: [signed, row.reason ?? '', texts.hash.replace('{{hash}}', row.hash)].filter((text) => text !== ''),
    figures: snapshot.figures
      .filter(({ dimension, step }) => dimension === null && step === null)
      .filter(({ metric }) => !about.isShort || yearly.includes(metric))
      .map((one) => figureOf(one, snapshot, about)),
    series: (about.isShort ? drawnShort : drawn).map((metric) => seriesOf(metric, snapshot, about)),
    tables: [],
  };
}

function figureOf(frozen: FrozenFigure, { figures, definitions }: MonthSnapshot, about: Shown): ReportFigure {
  const { metric, dimension, key, numerator, denominator } = frozen;
  const interval = frozen.interval ?? null;
  const words = definitions[about.language][metric];
  const name = words?.title ?? metric;
  const days = figures.filter(
    (one) => one.metric === metric && one.dimension === dimension && one.step !== null,
  );
  return {
    title: key === null ? name : `${about.nameOf(key)} · ${name}`,
    definition: about.isShort ? '' : (words?.formula ?? ''),
    unit: metricOf(metric).unit,
    numerator,
    denominator,
    interval,
    parts: addUp(days, frozen) ? days.map((day) => ({ ...day, title: day.step ?? '' })) : [],
  };
}

/** What is counted of the month at once is no sum of its days. */
function addUp(days: readonly FrozenFigure[], whole: FrozenFigure): boolean {
  const sum = (key: 'numerator' | 'denominator') => days.reduce((all, day) => all + (day[key] ?? 0), 0);
  const isSame = sum('numerator') === whole.numerator && sum('denominator') === (whole.denominator ?? 0);
  return days.length > 0 && isSame;
}

function seriesOf(
  metric: (typeof drawn)[number],
  { figures, definitions, terms }: MonthSnapshot,
  about: Shown,
): ReportSeries {
  const days = figures.filter((one) => one.metric === metric && one.dimension === null && one.step !== null);
  const promised = terms?.terms.thresholds.find((threshold) => threshold.metric === metric);
  return {
    title: definitions[about.language][metric]?.title ?? metric,
    unit: metricOf(metric).unit,
    points: days.map((day) => ({ title: day.step?.slice(8) ?? '', value: quotientOf(day) })),
    threshold: promised ? promised.value / 1000 : null,
    isBrief: about.isShort ?? false,
  };
}
