import { and, asc, count, desc, eq, isNull, sql } from 'drizzle-orm';
import type { Format } from '#app/platform/format.ts';
import type { PdfDocument } from '#app/platform/pdf/pdf-document.ts';
import { writeCsv } from '#app/platform/write-csv.ts';
import type { TenantDb } from '#db/open.ts';
import { letterFiles, outreachAttempts } from '#db/tenant/schema/outreach.ts';
import { subscribers } from '#db/tenant/schema/subscriber.ts';
import { lettersPdf } from './letters-pdf.ts';

/** To the address of each, or, of those that have none, found by the post itself by the contract's number. */
export const letterWays = ['address', 'contract'] as const;
export type LetterWay = (typeof letterWays)[number];

const mostListed = 50;
export const letterIsWaiting = eq(outreachAttempts.state, 'printing');

/** Letters that wait for the press: how many have an address, and which have none; and the files that were made last. */
export async function readLetters(db: TenantDb) {
  const { subscriberId, receivableId, at, address } = outreachAttempts;
  const { name, postalAddress } = subscribers;
  const [waiting] = await db
    .select({ all: count(), addressed: count(postalAddress) })
    .from(outreachAttempts)
    .innerJoin(subscribers, eq(subscribers.id, subscriberId))
    .where(letterIsWaiting);
  const unaddressed = await db
    .select({ id: outreachAttempts.id, name, receivableId, contract: address })
    .from(outreachAttempts)
    .innerJoin(subscribers, eq(subscribers.id, subscriberId))
    .where(and(letterIsWaiting, isNull(postalAddress)))
    .orderBy(asc(at))
    .limit(mostListed);
  const addressed = sql<number>`(select count(a.postal_address) from outreach_attempts a
    where a.letter_file_id = letter_files.id)`;
  const { id, letters, madeAt } = letterFiles;
  const files = await db
    .select({ id, letters, madeAt, addressed })
    .from(letterFiles)
    .orderBy(desc(madeAt))
    .limit(20);
  const [all, withAddress] = [waiting?.all ?? 0, waiting?.addressed ?? 0];
  return { waiting: withAddress, withoutAddress: all - withAddress, unaddressed, files };
}

/** The letters of one file, in the order of names. */
function listLetters(db: TenantDb, fileId: string) {
  const { letterFileId, at, content, subject, address, postalAddress } = outreachAttempts;
  return db
    .select({ at, contract: address, name: subscribers.name, subject, content, postalAddress })
    .from(outreachAttempts)
    .innerJoin(subscribers, eq(subscribers.id, outreachAttempts.subscriberId))
    .where(eq(letterFileId, fileId))
    .orderBy(asc(subscribers.name), asc(outreachAttempts.id))
    .all();
}

/** A file for the post as a table: one letter a row. `null`: there is no such file. */
export async function readLetterFile(db: TenantDb, fileId: string): Promise<string | null> {
  const rows = await listLetters(db, fileId);
  if (rows.length === 0) return null;
  const header = ['Договор', 'Абонент', 'Адрес', 'Дата', 'Тема', 'Текст'];
  const lines = rows.map((row) => [
    ...[row.contract, row.name, row.postalAddress ?? '', row.at.toISOString().slice(0, 10)],
    ...[row.subject ?? '', row.content],
  ]);
  return writeCsv([header, ...lines]);
}

/** Those with an address as pages for envelopes with a window. `null`: there is no such file, or none has one. */
export async function readLetterPages(
  db: TenantDb,
  fileId: string,
  format: Format,
): Promise<PdfDocument | null> {
  const [file] = await db.select().from(letterFiles).where(eq(letterFiles.id, fileId));
  const letters = (await listLetters(db, fileId)).filter(({ postalAddress }) => postalAddress !== null);
  return file && letters.length > 0 ? lettersPdf(letters, { madeAt: file.madeAt, format }) : null;
}
