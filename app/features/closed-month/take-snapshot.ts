import { metricKeys, metrics } from '#app/features/metric/metric.ts';
import { readFigures } from '#app/features/metric/read-figures.ts';
import { termsOn } from '#app/features/service-terms/service-terms.ts';
import { textsOf } from '#app/platform/texts.ts';
import type { TenantDb } from '#db/open.ts';
import { listServiceTerms } from '#db/tenant/queries/service-terms.ts';
import { datesOf, type FrozenFigure, type MonthSnapshot } from './month-snapshot.ts';

export type MonthReader = { db: TenantDb; now: Date; timeZone: string };

/** What waits is counted now, whenever that is, and debts roll from one first of a month to another. */
const frozen = metricKeys.filter((key) => !['backlog', 'rolls'].includes(metrics[key].source));

/** A month as it is counted at this moment, with all it is counted by. No person is named in it. */
export async function takeSnapshot(reader: MonthReader, month: string): Promise<MonthSnapshot> {
  const { db, timeZone } = reader;
  const terms = termsOn(await listServiceTerms(db), `${month}-01`);
  return {
    version: 2,
    tenantId: db.tenantId,
    month,
    timeZone,
    registry: Math.max(...frozen.map((key) => metrics[key].since)),
    terms: terms ? { id: terms.id, effectiveFrom: terms.effectiveFrom, terms: terms.terms } : null,
    definitions: { ru: pick(textsOf('ru').metric), en: pick(textsOf('en').metric) },
    figures: await readFrozen(reader, month),
  };
}

function pick(words: object): MonthSnapshot['definitions']['ru'] {
  return Object.fromEntries(Object.entries(words).filter(([key]) => Object.hasOwn(metrics, key)));
}

async function readFrozen({ db, now, timeZone }: MonthReader, month: string): Promise<FrozenFigure[]> {
  const asked = { metrics: frozen, ...datesOf(month), now, timeZone };
  const [whole, byDay, byChannel, byCarrier] = await Promise.all([
    readFigures(db, asked),
    readFigures(db, { ...asked, steps: 'day' }),
    readFigures(db, { ...asked, by: 'channel' }),
    readFigures(db, { ...asked, by: 'carrier' }),
  ]);
  const days = byDay.filter(({ numerator, denominator }) => numerator !== 0 || denominator);
  return [...whole, ...byChannel, ...byCarrier, ...days].map(
    ({ metric, dimension, key, step, numerator, denominator, interval, isProvisional }) => ({
      metric,
      dimension,
      key,
      step,
      numerator,
      denominator,
      interval,
      isProvisional,
    }),
  );
}
