import { sql } from 'drizzle-orm';
import type { ControlDb } from '#db/open.ts';
import { prepared } from '#db/prepared.ts';
import { users } from '../schema.ts';

const { id, name } = users;
const namesByIds = prepared((control: ControlDb) =>
  control
    .select({ id, name })
    .from(users)
    .where(sql`${id} in (select value from json_each(${sql.placeholder('ids')}))`)
    .prepare(),
);

/** Names of people by id, for what they did. Ids of nobody are left out. */
export async function namesOf(control: ControlDb, ids: readonly string[]): Promise<Record<string, string>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return {};
  const rows = await namesByIds(control).all({ ids: JSON.stringify(wanted) });
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
}
