import type { Dimension, Figure } from '#app/features/metric/metric.ts';
import { readFigures } from '#app/features/metric/read-figures.ts';
import { dateAt } from '#app/features/sla/wall-clock.ts';
import { namesOf } from '#db/control/queries/names.ts';
import type { ControlDb, TenantDb } from '#db/open.ts';
import { listTopics } from '#db/tenant/queries/topics.ts';
import { gatherWeeks } from './gather-weeks.ts';
import { type OwnDefinition, spanOf } from './own-report.ts';

export type OwnReader = { db: TenantDb; control: ControlDb; now: Date; timeZone: string };
export type OwnRow = {
  key: string | null;
  step: string | null;
  /** One a metric, as the definition names them; `null`: nothing was counted. */
  figures: (Figure | null)[];
};
export type OwnFigures = {
  definition: OwnDefinition;
  span: { from: string; to: string };
  rows: OwnRow[];
  /** So many groups are left out, the smallest. */
  leftOut: number;
  /** What people and topics are called, by id. */
  names: Record<string, string>;
};

/** So many numbers a page shows, and a file holds. */
export const mostOnPage = 600;
export const mostInFile = 20_000;

/** The numbers of a report, row by row: group by group and in each step by step. */
export async function readOwnFigures(
  reader: OwnReader,
  definition: OwnDefinition,
  mostNumbers: number,
): Promise<OwnFigures> {
  const { db, now, timeZone } = reader;
  const { metrics, by, where, step, period } = definition;
  const span = spanOf(period, dateAt(now.getTime(), timeZone));
  const steps = step === null ? undefined : step === 'month' ? 'month' : 'day';
  const asked = {
    metrics,
    ...span,
    by: by ?? undefined,
    where: where ?? undefined,
    steps,
    now,
    timeZone,
  } as const;
  const read = await readFigures(db, asked);
  const figures = step === 'week' ? gatherWeeks(read) : read;
  const stepCount = new Set(figures.map((figure) => figure.step)).size;
  const mostKeys = Math.max(1, Math.floor(mostNumbers / (Math.max(1, stepCount) * metrics.length)));
  const all = keysInOrder(figures, by);
  const keys = by === null ? all : all.slice(0, mostKeys);
  return {
    definition,
    span,
    rows: keys.flatMap((key) => rowsOf(figures, key, definition)),
    leftOut: all.length - keys.length,
    names: await readNames(reader, definition, keys),
  };
}

/** Hours and ages as they follow, anything else the largest first, by the first metric. */
function keysInOrder(figures: readonly Figure[], by: Dimension | null): (string | null)[] {
  const sizes = new Map<string | null, number>();
  const [first] = figures;
  for (const { metric, key, numerator, denominator } of figures) {
    const size = metric === first?.metric ? (denominator ?? numerator) : 0;
    sizes.set(key, (sizes.get(key) ?? 0) + size);
  }
  const keys = [...sizes.keys()];
  if (by === 'hour' || by === 'age') return keys.toSorted((a, b) => Number(a) - Number(b));
  return keys.toSorted((a, b) => (sizes.get(b) ?? 0) - (sizes.get(a) ?? 0));
}

function rowsOf(figures: readonly Figure[], key: string | null, { metrics }: OwnDefinition): OwnRow[] {
  const own = figures.filter((figure) => figure.key === key);
  const byStep = Map.groupBy(own, ({ step }) => step);
  return [...byStep].map(([step, inStep]) => ({
    key,
    step,
    figures: metrics.map((metric) => inStep.find((figure) => figure.metric === metric) ?? null),
  }));
}

async function readNames(
  { db, control }: OwnReader,
  { by, where }: OwnDefinition,
  keys: readonly (string | null)[],
): Promise<Record<string, string>> {
  const used = new Set([by, where?.dimension]);
  const ids = [...keys, where?.key ?? null].filter((key) => key !== null);
  const people = used.has('agent') ? await namesOf(control, ids) : {};
  const topics = used.has('topic') ? (await listTopics(db)).filter(({ id }) => ids.includes(id)) : [];
  return { ...people, ...Object.fromEntries(topics.map(({ id, title }) => [id, title])) };
}
