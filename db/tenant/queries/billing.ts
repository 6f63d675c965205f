import { and, asc, count, desc, eq, getTableColumns, isNotNull, sql } from 'drizzle-orm';
import type { TenantDb } from '../../open.ts';
import { billingFiles, billingRejects, journalEntries } from '../schema/receivable.ts';

export type BillingFileRow = typeof billingFiles.$inferSelect;
export type BillingRejectRow = typeof billingRejects.$inferSelect;

const mostFiles = 60;
const mostRejects = 300;

export async function getBillingFileOfHash(db: TenantDb, hash: string): Promise<BillingFileRow | null> {
  const [row] = await db.select().from(billingFiles).where(eq(billingFiles.hash, hash));
  return row ?? null;
}

export async function getBillingFile(db: TenantDb, id: string): Promise<BillingFileRow | null> {
  const [row] = await db.select().from(billingFiles).where(eq(billingFiles.id, id));
  return row ?? null;
}

/** Whether nobody stopped it meanwhile; the file itself is large. */
export async function isBookedStill(db: TenantDb, id: string): Promise<boolean> {
  const rows = await db
    .select({ id: billingFiles.id })
    .from(billingFiles)
    .where(and(eq(billingFiles.id, id), isNotNull(billingFiles.text)));
  return rows.length > 0;
}

/** How many entries of a file stand in the journal. */
export async function countBooked(db: TenantDb, fileId: string): Promise<number> {
  const [row] = await db.select({ n: count() }).from(journalEntries).where(eq(journalEntries.fileId, fileId));
  return row?.n ?? 0;
}

/** The newest first, with how many of their rows still wait for a person. */
export function listBillingFiles(db: TenantDb) {
  const { text, hash: _, ...file } = getTableColumns(billingFiles);
  return db
    .select({
      file: { ...file, isBooking: sql<number>`${text} is not null` },
      rejects: count(billingRejects.row),
    })
    .from(billingFiles)
    .leftJoin(billingRejects, eq(billingRejects.fileId, billingFiles.id))
    .groupBy(billingFiles.id)
    .orderBy(desc(billingFiles.at))
    .limit(mostFiles)
    .all();
}

/** Rows that wait for a person, of the newest file first. */
export function listWaitingRejects(db: TenantDb) {
  const { name, content } = billingFiles;
  return db
    .select({ reject: billingRejects, fileName: name, content })
    .from(billingRejects)
    .innerJoin(billingFiles, eq(billingFiles.id, billingRejects.fileId))
    .orderBy(desc(billingFiles.at), asc(billingRejects.row))
    .limit(mostRejects)
    .all();
}

/** All of one file. */
export function listRejectsOf(db: TenantDb, fileId: string): Promise<BillingRejectRow[]> {
  return db
    .select()
    .from(billingRejects)
    .where(eq(billingRejects.fileId, fileId))
    .orderBy(asc(billingRejects.row))
    .all();
}

export async function getReject(db: TenantDb, fileId: string, row: number): Promise<BillingRejectRow | null> {
  const [found] = await db
    .select()
    .from(billingRejects)
    .where(and(eq(billingRejects.fileId, fileId), eq(billingRejects.row, row)));
  return found ?? null;
}
