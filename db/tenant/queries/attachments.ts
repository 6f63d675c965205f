import { and, asc, eq, gte, isNotNull, isNull, lt, not, or, sql, sum } from 'drizzle-orm';
import type { TenantDb } from '#db/open.ts';
import { uploads } from '../schema/arrival.ts';
import { attachments, messages } from '../schema/contact.ts';
import { mailArrivals } from '../schema/mail.ts';

export async function getAttachment(db: TenantDb, id: string) {
  const [row] = await db.select().from(attachments).where(eq(attachments.id, id)).limit(1);
  return row ?? null;
}

/** What a person has brought for his next reply in a case, and nobody else's. */
export async function listUploads(db: TenantDb, caseId: string, userId: string) {
  return db
    .select()
    .from(uploads)
    .where(
      and(
        eq(uploads.caseId, caseId),
        eq(uploads.userId, userId),
        isNull(uploads.messageId),
        isNull(uploads.removedAt),
      ),
    )
    .orderBy(asc(uploads.id));
}

/** Bytes brought since then by a person into all cases, or by all into one: also what was sent or taken away. */
export async function sumUploads(
  db: TenantDb,
  of: { userId: string } | { caseId: string },
  since: Date,
): Promise<number> {
  const whose = 'userId' in of ? eq(uploads.userId, of.userId) : eq(uploads.caseId, of.caseId);
  const [row] = await db
    .select({ n: sum(uploads.sizeBytes) })
    .from(uploads)
    .where(and(whose, gte(uploads.at, since)));
  return Number(row?.n ?? 0);
}

/** Files brought before then that were never sent, or that were sent or taken away; the oldest first. */
export async function listStaleUploads(
  db: TenantDb,
  { unsentBefore, goneBefore }: { unsentBefore: Date; goneBefore: Date },
  limit: number,
) {
  const isHeld = sql`exists (select 1 from ${messages} where ${messages.id} = ${uploads.messageId}
    and ${messages.state} = 'held')`;
  const isGone = and(or(isNotNull(uploads.removedAt), isNotNull(uploads.messageId)), not(isHeld));
  const isStale = or(and(isNull(uploads.messageId), lt(uploads.at, unsentBefore)), isGone);
  return db
    .select({ id: uploads.id, sha256: uploads.sha256 })
    .from(uploads)
    .where(and(lt(uploads.at, goneBefore), isStale))
    .orderBy(asc(uploads.at))
    .limit(limit);
}

/** Whether anything here still has these bytes. */
export async function isKept(db: TenantDb, sha256: string): Promise<boolean> {
  for (const table of [attachments, uploads, mailArrivals]) {
    const found = await db.select({ id: table.id }).from(table).where(eq(table.sha256, sha256)).limit(1);
    if (found.length > 0) return true;
  }
  return false;
}
