import { type SQL, sql } from 'drizzle-orm';
import type { TenantDb } from '../../open.ts';

/** A line, and when its carrier said that there is no such number, since it last knew it; the oldest first. */
export type UnknownNumber = { lineId: string; toldAt: number[] };

/** Of an option or a tariff a carrier says "not found" as well. */
const isAboutNumber = sql`r.state = 'refused' and r.failure ->> 'class' = 'not_found'
  and ((r.kind not like 'option.%' and r.kind not like 'tariff.%') or r.failure ->> 'code' = 'no_number')`;

/** Lines in the base of which it was said since an instant. */
export async function listUnknownNumbers(db: TenantDb, since: Date): Promise<UnknownNumber[]> {
  return read(
    db,
    sql`r.changed_at >= ${since.getTime()} and not exists
    (select 1 from departures d where d.line_id = r.line_id and d.returned_on is null)`,
  );
}

export async function getUnknownNumber(db: TenantDb, lineId: string): Promise<UnknownNumber | null> {
  return (await read(db, sql`r.line_id = ${lineId}`))[0] ?? null;
}

async function read(db: TenantDb, which: SQL): Promise<UnknownNumber[]> {
  const rows = await db.all<{ lineId: string; toldAt: string }>(sql`
    select r.line_id as lineId, json_group_array(r.changed_at order by r.changed_at) as toldAt
    from requests r where ${isAboutNumber} and ${which} and not exists (select 1 from requests k
      where k.line_id = r.line_id and k.state = 'done' and k.changed_at > r.changed_at)
    group by r.line_id limit 2000`);
  return rows.map(({ lineId, toldAt }) => ({ lineId, toldAt: JSON.parse(toldAt) }));
}
