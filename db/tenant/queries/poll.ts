import { and, desc, eq, gte } from 'drizzle-orm';
import type { TenantDb } from '#db/open.ts';
import { pollAnswers, pollVoices } from '../schema/game.ts';

export async function hasVoiced(db: TenantDb, userId: string, month: string): Promise<boolean> {
  const rows = await db
    .select({ month: pollVoices.month })
    .from(pollVoices)
    .where(and(eq(pollVoices.userId, userId), eq(pollVoices.month, month)));
  return rows.length > 0;
}

/** Answers since a month, `2026-07`, the newest month first; within it in no order that would tell who was the last. */
export async function listPollAnswers(db: TenantDb, since: string) {
  return db
    .select()
    .from(pollAnswers)
    .where(gte(pollAnswers.month, since))
    .orderBy(desc(pollAnswers.month), pollAnswers.id);
}
