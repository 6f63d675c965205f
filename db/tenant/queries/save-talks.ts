import { and, eq } from 'drizzle-orm';
import type { TenantDb } from '#db/open.ts';
import { saveTalks } from '../schema/save.ts';

export type SaveTalkRow = typeof saveTalks.$inferSelect;

export async function getSaveTalk(db: TenantDb, id: string): Promise<SaveTalkRow | null> {
  const [row] = await db.select().from(saveTalks).where(eq(saveTalks.id, id)).limit(1);
  return row ?? null;
}

/** The talk under way with a line's owner. */
export async function getOpenTalk(db: TenantDb, lineId: string): Promise<SaveTalkRow | null> {
  const isOpen = and(eq(saveTalks.lineId, lineId), eq(saveTalks.state, 'open'));
  const [row] = await db.select().from(saveTalks).where(isOpen).limit(1);
  return row ?? null;
}
