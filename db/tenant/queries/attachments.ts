import { and, asc, eq, gte, isNull, sum } from 'drizzle-orm';
import type { TenantDb } from '#db/open.ts';
import { uploads } from '../schema/arrival.ts';
import { attachments } from '../schema/contact.ts';

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
