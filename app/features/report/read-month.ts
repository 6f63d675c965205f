import { type Actor, can } from '#app/features/access/can.ts';
import type { Dimension, Figure, MetricKey } from '#app/features/metric/metric.ts';
import { readFigures } from '#app/features/metric/read-figures.ts';
import { type Threshold, termsOn } from '#app/features/service-terms/service-terms.ts';
import { dateAt, midnightOf } from '#app/features/sla/wall-clock.ts';
import type { ControlDb, TenantDb } from '#db/open.ts';
import { listAnnotations, listUnannotated } from '#db/tenant/queries/report-talk.ts';
import { listServiceTerms } from '#db/tenant/queries/service-terms.ts';
import { monthsBefore, type ReportPeriod, readPeriod } from './period.ts';

export type ReportReader = { db: TenantDb; control: ControlDb; actor: Actor; now: Date; timeZone: string };

const shownMonths = 18;

/** What every page of the portal has around its figures: the period, the notes of its time, who may do what. */
export async function readSurroundings({ db, actor, now, timeZone }: ReportReader, search: URLSearchParams) {
  const today = dateAt(now.getTime(), timeZone);
  const period = readPeriod(search, today);
  const mayWrite = can(actor, 'report:write');
  const span = { from: new Date(midnightOf(period.from, timeZone)), before: now };
  return {
    today,
    period,
    months: Array.from({ length: shownMonths }, (_, age) => monthsBefore(today.slice(0, 7), age)),
    annotations: await listAnnotations(db, period),
    incidents: (mayWrite ? await listUnannotated(db, span) : []).map((incident) => ({
      id: incident.id,
      number: incident.number,
      title: incident.title,
      on: dateAt(incident.startedAt.getTime(), timeZone),
      until: incident.endedAt ? dateAt(incident.endedAt.getTime(), timeZone) : '',
    })),
    mayWrite,
    mayAsk: can(actor, 'report:ask'),
  };
}
export type Surroundings = Awaited<ReturnType<typeof readSurroundings>>;

/** One metric of the month, the same of the month beside it, and what the contract promises of it. */
export type Compared = { figure: Figure; before: Figure | null; threshold: Threshold | null };

/** The metrics of a month beside those of another. */
export async function readCompared(
  { db, now, timeZone }: ReportReader,
  { from, to, before }: ReportPeriod,
  metrics: readonly MetricKey[],
): Promise<Compared[]> {
  const figures = await readFigures(db, { metrics, from, to, now, timeZone });
  const earlier = await readFigures(db, { metrics, from: before.from, to: before.to, now, timeZone });
  const thresholds = termsOn(await listServiceTerms(db), from)?.terms.thresholds ?? [];
  return figures.map((figure) => ({
    figure,
    before: earlier.find(({ metric }) => metric === figure.metric) ?? null,
    threshold: thresholds.find(({ metric }) => metric === figure.metric) ?? null,
  }));
}

/** Metrics of a month by what they are taken apart by: a row a key. */
export async function readTakenApart(
  { db, now, timeZone }: ReportReader,
  { from, to }: Pick<ReportPeriod, 'from' | 'to'>,
  metrics: readonly MetricKey[],
  by: Dimension,
): Promise<{ by: Dimension; metrics: readonly MetricKey[]; rows: { key: string; figures: Figure[] }[] }> {
  const figures = await readFigures(db, { metrics, from, to, by, now, timeZone });
  const rows = [...Map.groupBy(figures, ({ key }) => key ?? '')].map(([key, own]) => ({ key, figures: own }));
  return { by, metrics: metrics.filter((metric) => figures.some((one) => one.metric === metric)), rows };
}
export type TakenApart = Awaited<ReturnType<typeof readTakenApart>>;

/** A metric of a month day by day, or of eighteen months one by one, with what was promised of each. */
export async function readCourse(
  { db, now, timeZone }: ReportReader,
  { from, to, month }: Pick<ReportPeriod, 'from' | 'to' | 'month'>,
  metric: MetricKey,
  steps: 'day' | 'month',
): Promise<Course> {
  const since = steps === 'day' ? from : `${monthsBefore(month, shownMonths - 1)}-01`;
  const figures = await readFigures(db, { metrics: [metric], from: since, to, steps, now, timeZone });
  const versions = await listServiceTerms(db);
  const thresholdOf = ({ step }: Figure) =>
    termsOn(versions, `${(step ?? from).slice(0, 7)}-01`)?.terms.thresholds.find(
      (one) => one.metric === metric,
    ) ?? null;
  return { figures, thresholds: figures.map(thresholdOf) };
}
/** `thresholds`: of each figure, in their order. */
export type Course = { figures: Figure[]; thresholds: (Threshold | null)[] };
