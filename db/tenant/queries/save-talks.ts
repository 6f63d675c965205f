import { eq } from 'drizzle-orm';
import type { TenantDb } from '#db/open.ts';
import { saveTalks } from '../schema/save.ts';

export type SaveTalkRow = typeof saveTalks.$inferSelect;

export async function getSaveTalk(db: TenantDb, id: string): Promise<SaveTalkRow | null> {
  const [row] = await db.select().from(saveTalks).where(eq(saveTalks.id, id)).limit(1);
  return row ?? null;
}
