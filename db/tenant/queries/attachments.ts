import { and, asc, eq, gte, sum } from 'drizzle-orm';
import type { TenantDb } from '#db/open.ts';
import { uploads } from '../schema/arrival.ts';
import { attachments } from '../schema/contact.ts';

export async function getAttachment(db: TenantDb, id: string) {
  const [row] = await db.select().from(attachments).where(eq(attachments.id, id)).limit(1);
  return row ?? null;
}

/** What a person has brought for his reply in a case, and nobody else's. */
export async function listUploads(db: TenantDb, caseId: string, userId: string) {
  return db
    .select()
    .from(uploads)
    .where(and(eq(uploads.caseId, caseId), eq(uploads.userId, userId)))
    .orderBy(asc(uploads.id));
}

/** Bytes a person has brought since then, in all cases. */
export async function sumUploads(db: TenantDb, userId: string, since: Date): Promise<number> {
  const [row] = await db
    .select({ n: sum(uploads.sizeBytes) })
    .from(uploads)
    .where(and(eq(uploads.userId, userId), gte(uploads.at, since)));
  return Number(row?.n ?? 0);
}
