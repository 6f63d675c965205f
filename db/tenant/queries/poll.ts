import { and, desc, eq } from 'drizzle-orm';
import type { TenantDb } from '#db/open.ts';
import { pollAnswers, pollVoices } from '../schema/game.ts';

export async function hasVoiced(db: TenantDb, userId: string, month: string): Promise<boolean> {
  const rows = await db
    .select({ month: pollVoices.month })
    .from(pollVoices)
    .where(and(eq(pollVoices.userId, userId), eq(pollVoices.month, month)));
  return rows.length > 0;
}

/** All answers there were, the newest month first; within it in no order that would tell who was the last. */
export async function listPollAnswers(db: TenantDb) {
  return db.select().from(pollAnswers).orderBy(desc(pollAnswers.month), pollAnswers.id);
}
