import type { MetricKey } from '#app/features/metric/metric.ts';
import { readFigures } from '#app/features/metric/read-figures.ts';
import { settledOf } from '#app/features/service-terms/read-service-terms.ts';
import { termsOn } from '#app/features/service-terms/service-terms.ts';
import { settleMonth } from '#app/features/service-terms/settle-month.ts';
import { listServiceTerms } from '#db/tenant/queries/service-terms.ts';
import {
  type ReportReader,
  readCompared,
  readCourse,
  readSurroundings,
  readTakenApart,
} from './read-month.ts';

const targets = ['firstResponse', 'nextResponse', 'resolution'] as const satisfies MetricKey[];
const reaching = ['serviceLevel', 'speedOfAnswer', 'abandoned', 'missedChats'] as const satisfies MetricKey[];
const carrierPart = ['carrierPart', 'carrierTime', 'requestsRefused'] as const satisfies MetricKey[];
const people = [
  ...(['opened', 'solved', 'firstContactResolution', 'repeatContacts'] as const),
  ...(['satisfaction', 'recommendation', 'complaintShare'] as const),
] satisfies MetricKey[];
const waiting = ['backlog', 'backlogLate'] as const satisfies MetricKey[];
const goodwill = [
  'goodwill',
  'goodwillDecisions',
  'goodwillStayed',
  'goodwillSatisfied',
] as const satisfies MetricKey[];
const accuracies = [
  'accuracyCustomer',
  'accuracyBusiness',
  'accuracyCompliance',
] as const satisfies MetricKey[];

export type OverviewView = Awaited<ReturnType<typeof readOverview>>;

/** The month on one page. */
export async function readOverview(reader: ReportReader, search: URLSearchParams) {
  const around = await readSurroundings(reader, search);
  const { period } = around;
  return {
    around,
    promises: await readCompared(reader, period, [...targets, ...reaching]),
    people: await readCompared(reader, period, people),
    carrier: await readCompared(reader, period, carrierPart),
    carriers: await readTakenApart(reader, period, carrierPart, 'carrier'),
    backlog: await readCompared(reader, period, waiting),
    ages: await readTakenApart(reader, period, waiting, 'age'),
    course: await readCourse(reader, period, 'serviceLevel', 'month'),
  };
}

export type SlaView = Awaited<ReturnType<typeof readSla>>;

/** What was promised and kept, day by day, by channel, kind and carrier. */
export async function readSla(reader: ReportReader, search: URLSearchParams) {
  const around = await readSurroundings(reader, search);
  const { period } = around;
  const shown = [...targets, 'serviceLevel', 'opened'] as const;
  return {
    around,
    targets: await readCompared(reader, period, [...targets, ...reaching]),
    carrier: await readCompared(reader, period, carrierPart),
    carriers: await readTakenApart(reader, period, carrierPart, 'carrier'),
    courses: await Promise.all(
      (['firstResponse', 'resolution', 'serviceLevel'] as const).map((metric) =>
        readCourse(reader, period, metric, 'day'),
      ),
    ),
    apart: await Promise.all(
      (['channel', 'kind', 'carrier'] as const).map((by) => readTakenApart(reader, period, shown, by)),
    ),
  };
}

export type QualityView = Awaited<ReturnType<typeof readQuality>>;

/** What people said, how right the work was, what complaints taught. */
export async function readQuality(reader: ReportReader, search: URLSearchParams) {
  const around = await readSurroundings(reader, search);
  const { period } = around;
  return {
    around,
    reviews: await readCompared(reader, period, [
      ...(['satisfaction', 'recommendation', 'firstContactResolution', 'solvedOnFirstLine'] as const),
      ...(['repeatContacts', 'reopened'] as const),
    ]),
    accuracy: await readCompared(reader, period, accuracies),
    complaints: await readCompared(reader, period, ['complaints', 'complaintShare', 'lessons']),
    carriers: await readTakenApart(reader, period, ['complaints', 'satisfaction'], 'carrier'),
    course: await readCourse(reader, period, 'satisfaction', 'month'),
  };
}

export type MoneyView = Awaited<ReturnType<typeof readMoney>>;

/** The month by its contract, and what was given to subscribers. */
export async function readMoney(reader: ReportReader, search: URLSearchParams) {
  const around = await readSurroundings(reader, search);
  const { period } = around;
  const terms = termsOn(await listServiceTerms(reader.db), period.from)?.terms ?? null;
  const metrics = terms?.thresholds.map(({ metric }) => metric) ?? [];
  const promised = await readFigures(reader.db, { ...reader, ...period, metrics });
  return {
    around,
    feeKopecks: terms?.feeKopecks ?? 0,
    promised,
    settlement: terms ? settleMonth(terms, promised.map(settledOf)) : null,
    goodwill: await readCompared(reader, period, goodwill),
  };
}
