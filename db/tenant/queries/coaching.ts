import { asc, desc, eq, sql } from 'drizzle-orm';
import type { TenantDb } from '#db/open.ts';
import { coachingTasks } from '../schema/coaching.ts';

export type CoachingRow = typeof coachingTasks.$inferSelect;

export async function getCoaching(db: TenantDb, id: string): Promise<CoachingRow | null> {
  const [row] = await db.select().from(coachingTasks).where(eq(coachingTasks.id, id));
  return row ?? null;
}

/** Those of one agent, or of all: what waits for its second look first, by its day. */
export async function listCoaching(
  db: TenantDb,
  agentId: string | null,
  limit: number,
): Promise<CoachingRow[]> {
  return db
    .select()
    .from(coachingTasks)
    .where(agentId === null ? undefined : eq(coachingTasks.agentId, agentId))
    .orderBy(
      asc(sql`${coachingTasks.state} = 'rechecked'`),
      asc(coachingTasks.recheckOn),
      desc(coachingTasks.id),
    )
    .limit(limit);
}
