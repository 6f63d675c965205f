import { inArray } from 'drizzle-orm';
import type { ControlDb } from '#db/open.ts';
import { users } from '../schema.ts';

/** Names of people by id, for what they did. Ids of nobody are left out. */
export async function namesOf(control: ControlDb, ids: readonly string[]): Promise<Record<string, string>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return {};
  const rows = await control
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(inArray(users.id, wanted));
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
}
