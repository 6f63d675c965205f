import { type Actor, can } from '#app/features/access/can.ts';
import type { Figure } from '#app/features/metric/metric.ts';
import { metricOf } from '#app/features/metric/metric.ts';
import { readFigures } from '#app/features/metric/read-figures.ts';
import { dateAt } from '#app/features/sla/wall-clock.ts';
import { namesOf } from '#db/control/queries/names.ts';
import type { ControlDb, TenantDb } from '#db/open.ts';
import { listServiceTermHistory } from '#db/tenant/queries/service-terms.ts';
import { type PromisedUnit, promisedMetrics, termsOn } from './service-terms.ts';
import type { SettledFigure } from './settle-month.ts';

type Reader = { db: TenantDb; control: ControlDb; actor: Actor; now: Date };
export type TermsView = Awaited<ReturnType<typeof readServiceTerms>>;

/** The terms that hold, every version there was, and last month's figures to try others on. */
export async function readServiceTerms({ db, control, actor, now }: Reader, timeZone: string) {
  const today = dateAt(now.getTime(), timeZone);
  const versions = await listServiceTermHistory(db);
  const names = await namesOf(
    control,
    versions.map(({ createdBy }) => createdBy),
  );
  const inForce = versions.filter(({ replacedAt }) => replacedAt === null);
  const lastMonth = monthBefore(today);
  return {
    today,
    versions: versions.map((version) => ({ ...version, author: names[version.createdBy] ?? null })),
    currentId: termsOn(inForce, today)?.id ?? null,
    newest: inForce.toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1))[0]?.terms ?? null,
    lastMonth,
    figures: await readPromised({ db, now, timeZone }, lastMonth),
    mayWrite: can(actor, 'report:write'),
  };
}

/** What a month came to, of everything that may be promised. */
async function readPromised(
  { db, now, timeZone }: { db: TenantDb; now: Date; timeZone: string },
  { from, to }: { from: string; to: string },
): Promise<SettledFigure[]> {
  const figures = await readFigures(db, { metrics: promisedMetrics, from, to, now, timeZone });
  return figures.map(settledOf);
}

export function settledOf({ metric, numerator, denominator }: Figure): SettledFigure {
  return { metric, unit: metricOf(metric).unit as PromisedUnit, numerator, denominator: denominator ?? 0 };
}

function monthBefore(today: string): { from: string; to: string } {
  const [year = 0, month = 1] = today.split('-').map(Number);
  const dateOf = (day: Date) => day.toISOString().slice(0, 10);
  return {
    from: dateOf(new Date(Date.UTC(year, month - 2, 1))),
    to: dateOf(new Date(Date.UTC(year, month - 1, 0))),
  };
}
