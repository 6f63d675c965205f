import { and, asc, eq, isNotNull, sql } from 'drizzle-orm';
import type { TenantDb } from '#db/open.ts';
import { cases, topics } from '../schema/case.ts';
import { departures } from '../schema/churn.ts';
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

/** Open cases of a topic of leaving that no talk was begun for, of lines that are here and have none under way. */
export async function listLeavingCases(db: TenantDb, limit: number) {
  return db
    .select({ caseId: cases.id, lineId: sql<string>`${cases.lineId}`, assigneeId: cases.assigneeId })
    .from(cases)
    .innerJoin(topics, eq(topics.id, cases.topicId))
    .where(
      and(
        eq(topics.isLeaving, true),
        sql`${cases.state} in ('new', 'open', 'waiting')`,
        isNotNull(cases.lineId),
        sql`not exists (select 1 from ${saveTalks} where ${saveTalks.caseId} = ${cases.id}
          or (${saveTalks.lineId} = ${cases.lineId} and ${saveTalks.state} = 'open'))`,
        sql`not exists (select 1 from ${departures}
          where ${departures.lineId} = ${cases.lineId} and ${departures.returnedOn} is null)`,
      ),
    )
    .orderBy(asc(cases.id))
    .limit(limit);
}
