import { and, eq, lte, ne, type SQL, sql } from 'drizzle-orm';
import type { JoinedTogether, LeftTogether } from '#app/features/churn/active-base.ts';
import type { DepartureKind } from '#app/features/churn/churn.ts';
import type { Dimension } from '#app/features/metric/metric.ts';
import type { TenantDb } from '../../open.ts';
import { baseCells } from '../schema/churn.ts';
import { countsAsChurn } from './kept-base-rows.ts';
import type { KeptSpan, KeptTable } from './kept-table.ts';

const ofAll = [eq(baseCells.by, 'all'), ne(baseCells.lines, 0)];

/** Lines by the day they joined, up to a date. */
export async function listJoined(db: TenantDb, to: string): Promise<JoinedTogether[]> {
  const { on, lines, what } = baseCells;
  return db
    .select({ on, lines })
    .from(baseCells)
    .where(and(...ofAll, eq(what, 'joined'), lte(on, to)));
}

/** Departures up to a date, those alike together. */
export async function listLeft(db: TenantDb, to: string): Promise<LeftTogether[]> {
  const { on, what, carrierAccountId, lines } = baseCells;
  const kind = sql<DepartureKind>`${what}`;
  const returnedOn = sql<string | null>`nullif(${baseCells.returnedOn}, '')`;
  return db
    .select({ on, kind, carrierAccountId, returnedOn, lines })
    .from(baseCells)
    .where(and(...ofAll, ne(what, 'joined'), lte(on, to)));
}

/** What sums need of a table of kept rows. */
export type SumTable = Pick<KeptTable, 'from' | 'time' | 'keys' | 'measures'>;
type BaseSource = 'base' | 'joined' | 'departures' | 'returns';

const isJoined = sql`b.what = 'joined'`;
const isChurn = sql`not ${isJoined} and ${countsAsChurn({ kind: sql`b.what`, account: sql`b.carrier_account_id`, on: sql`b."on"` })}`;
const adds = (when: SQL, value = sql`b.lines`) => ({ when, value });

/** Sums of the base by the cells that are kept of it; what lists open lies in the rows of kept-base-rows.ts. */
export function baseSumsOf(source: string, { to }: KeptSpan, dimension: Dimension | null): SumTable | null {
  const isGone = sql`b."on" <= ${to} and (b.returned_on = '' or b.returned_on > ${to})`;
  const tables: Record<BaseSource, Pick<SumTable, 'time' | 'measures'>> = {
    base: {
      time: null,
      measures: {
        active: adds(
          sql`((${isJoined} and b."on" <= ${to}) or (${isGone} and ${isChurn}))`,
          sql`case when ${isJoined} then b.lines else -b.lines end`,
        ),
      },
    },
    joined: { time: { on: sql`b."on"` }, measures: { joined: adds(isJoined) } },
    departures: { time: { on: sql`b."on"` }, measures: { left: adds(isChurn) } },
    returns: { time: { on: sql`b.returned_on` }, measures: { returned: adds(isChurn) } },
  };
  if (!Object.hasOwn(tables, source)) return null;
  const by = dimension === null ? 'all' : dimension === 'plan' ? 'tariff' : dimension;
  const from = sql`(select * from ${baseCells} where by = ${by} and lines <> 0) b`;
  return { from, keys: { carrier: sql`b.key`, plan: sql`b.key` }, ...tables[source as BaseSource] };
}
