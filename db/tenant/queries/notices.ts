import { and, count, desc, eq, isNull, lt } from 'drizzle-orm';
import type { TenantDb } from '#db/open.ts';
import { cases } from '../schema/case.ts';
import { notices } from '../schema/notice.ts';

export async function countUnreadNotices(db: TenantDb, userId: string): Promise<number> {
  const [row] = await db
    .select({ n: count() })
    .from(notices)
    .where(and(eq(notices.userId, userId), isNull(notices.readAt)));
  return row?.n ?? 0;
}

export async function hasUnreadNotices(db: TenantDb, userId: string, caseId: string): Promise<boolean> {
  const rows = await db
    .select({ id: notices.id })
    .from(notices)
    .where(and(eq(notices.userId, userId), eq(notices.caseId, caseId), isNull(notices.readAt)))
    .limit(1);
  return rows.length > 0;
}

export async function getNotice(db: TenantDb, userId: string, id: string) {
  const [row] = await db
    .select()
    .from(notices)
    .where(and(eq(notices.id, id), eq(notices.userId, userId)));
  return row ?? null;
}

/** A person's own, the newest first, each with its case if it has one. `before`: only those told earlier than this one. */
export async function listNotices(db: TenantDb, userId: string, limit: number, before: string | null) {
  const { id, told, caseId, by, at, readAt } = notices;
  return db
    .select({ id, told, caseId, by, at, readAt, number: cases.number, subject: cases.subject })
    .from(notices)
    .leftJoin(cases, eq(cases.id, notices.caseId))
    .where(and(eq(notices.userId, userId), before === null ? undefined : lt(notices.id, before)))
    .orderBy(desc(notices.id))
    .limit(limit);
}
