import { asc, eq, isNull, or } from 'drizzle-orm';
import type { TenantDb } from '#db/open.ts';
import { macros } from '../schema/contact.ts';

export type MacroRow = typeof macros.$inferSelect;

/** A person's own macros and everybody's, by title. */
export async function listMacros(db: TenantDb, userId: string): Promise<MacroRow[]> {
  return db
    .select()
    .from(macros)
    .where(or(eq(macros.ownerId, userId), isNull(macros.ownerId)))
    .orderBy(asc(macros.title), asc(macros.id));
}

export async function getMacro(db: TenantDb, id: string): Promise<MacroRow | null> {
  const [row] = await db.select().from(macros).where(eq(macros.id, id)).limit(1);
  return row ?? null;
}
