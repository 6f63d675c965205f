import { type SQL, sql } from 'drizzle-orm';
import type { Dimension } from '#app/features/metric/metric.ts';
import type { TenantDb } from '../../open.ts';
import { type KeptSource, keptMeasure, keptTableOf, keptWithin } from './kept-rows.ts';
import { type KeptSpan, shownColumns, unknown } from './kept-table.ts';
import type { ListPlace, ListRow, Part } from './report-list.ts';

/** What is counted; a denominator says which rows, and the numerator which of them. */
export type KeptNumber = { source: KeptSource; numerator: string; denominator: string | null };
type KeptListAsked = KeptNumber & {
  group: { dimension: Dimension; key: string } | null;
  part: Part;
  span: KeptSpan;
};

/** A page of what a number was counted from where it is kept, by the very conditions that count it. */
export function listKeptBehind(
  db: TenantDb,
  asked: KeptListAsked,
  { after, limit }: ListPlace,
): Promise<ListRow[]> {
  const later = after ? sql`where f.id > ${after.id}` : sql``;
  return db.all<ListRow>(sql`select id, 0 as place, ${shownColumns}, is_counted as "isCounted" from (${rowsOf(asked)}) f ${later}
    order by f.id limit ${limit}`);
}

/** How many they are, and what is summed up of those that the numerator counts. */
export async function sumKeptBehind(db: TenantDb, asked: KeptListAsked): Promise<{ n: number; sum: number }> {
  const [row] = await db.all<{ n: number; sum: number }>(
    sql`select count(*) as n, coalesce(sum(worth), 0) as sum from (${rowsOf(asked)})`,
  );
  return row ?? { n: 0, sum: 0 };
}

function rowsOf({ source, numerator, denominator, group, part, span }: KeptListAsked): SQL {
  const table = keptTableOf(source, span);
  const { when: counts, value } = keptMeasure(table, numerator);
  const { when } = keptMeasure(table, denominator ?? numerator);
  const counted = sql`coalesce(${counts}, 0)`;
  const ofPart = { all: sql``, counted: sql`and ${counted}`, rest: sql`and not ${counted}` }[part];
  const ofGroup = group ? sql`and ${table.keys[group.dimension] ?? unknown} = ${group.key}` : sql``;
  return sql`select ${table.id} as id, ${table.shown}, ${counted} as is_counted,
      case when ${counted} then ${value} else 0 end as worth
    from ${table.from} where ${keptWithin(table, span)} and ${when} ${ofPart} ${ofGroup}`;
}
