import { type SQL, sql } from 'drizzle-orm';
import type { Dimension } from '#app/features/metric/metric.ts';
import type { TenantDb } from '../../open.ts';
import { type KeptSource, keptMeasure, keptTableOf, keptWithin } from './kept-rows.ts';
import type { ListPlace, ListRow, Part } from './report-list.ts';

export type KeptListAsked = {
  source: KeptSource;
  numerator: string;
  denominator: string | null;
  from: Date;
  before: Date;
  group: { dimension: Dimension; key: string } | null;
  part: Part;
  now: Date;
};

/** A page of what a number was counted from where it is kept, by the very conditions that count it. */
export function listKeptBehind(
  db: TenantDb,
  asked: KeptListAsked,
  { after, limit }: ListPlace,
): Promise<ListRow[]> {
  const later = after ? sql`where f.id > ${after.id}` : sql``;
  const shown = sql`id, 0 as place, number, at, channel, carrier, kind, state, msisdn`;
  return db.all<ListRow>(sql`select ${shown}, is_counted as "isCounted" from (${rowsOf(asked)}) f ${later}
    order by f.id limit ${limit}`);
}

/** How many they are, and what is summed up of those that the numerator counts. */
export async function sumKeptBehind(db: TenantDb, asked: KeptListAsked): Promise<{ n: number; sum: number }> {
  const [row] = await db.all<{ n: number; sum: number }>(
    sql`select count(*) as n, coalesce(sum(worth), 0) as sum from (${rowsOf(asked)})`,
  );
  return row ?? { n: 0, sum: 0 };
}

function rowsOf(asked: KeptListAsked): SQL {
  const { source, numerator, denominator, group, part, now } = asked;
  const { from, id, shown, keys } = keptTableOf(source);
  const { when: counts, value } = keptMeasure(source, numerator);
  const { when } = keptMeasure(source, denominator ?? numerator);
  const counted = sql`coalesce(${counts}, 0)`;
  const ofPart = { all: sql``, counted: sql`and ${counted}`, rest: sql`and not ${counted}` }[part];
  const ofGroup = group ? sql`and ${keys(now)[group.dimension] ?? sql`'-'`} = ${group.key}` : sql``;
  return sql`select ${id} as id, ${shown}, ${counted} as is_counted,
      case when ${counted} then ${value} else 0 end as worth
    from ${from} where ${keptWithin(source, asked)} and ${when} ${ofPart} ${ofGroup}`;
}
