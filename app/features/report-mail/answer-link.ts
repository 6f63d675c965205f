import { and, eq, isNull } from 'drizzle-orm';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { type AddressRow, getReportAddress } from '#db/tenant/queries/report-mail.ts';
import { reportAddresses } from '#db/tenant/schema/report-mail.ts';
import { addressIdOf, deedOf, type MailDeed } from './mail-token.ts';
import { confirmMs, type ReportMailRefusal } from './report-mail.ts';

type Reader = { db: TenantDb; secretKey: Buffer; now: Date };
type Read = { row: AddressRow; deed: MailDeed; isDone: boolean };

/** What the link of a mail asks for, and whether that is done already. */
export async function readLink(
  { db, secretKey, now }: Reader,
  token: string,
): Promise<Result<Read, ReportMailRefusal>> {
  const row = await getReportAddress(db, addressIdOf(token));
  const deed = row && deedOf(secretKey, db.tenantId, token, row);
  if (!row || !deed) return refuse({ code: 'mail-link-over' });
  if (deed === 'end') return ok({ row, deed, isDone: row.endedAt !== null });
  if (row.endedAt) return refuse({ code: 'mail-link-over' });
  const isOver = now.getTime() - row.askedAt.getTime() > confirmMs;
  if (isOver && !row.confirmedAt) return refuse({ code: 'mail-link-over' });
  return ok({ row, deed, isDone: row.confirmedAt !== null });
}

/** Does what the link of a mail asks for: reports are wanted there, or no more. Done twice it is done once. */
export async function answerLink(
  reader: Reader,
  token: string,
): Promise<Result<{ deed: MailDeed }, ReportMailRefusal>> {
  const read = await readLink(reader, token);
  if (!read.ok) return read;
  const { row, deed, isDone } = read.value;
  if (isDone) return ok({ deed });
  const { db, now } = reader;
  const { id, askedAt, endedAt } = reportAddresses;
  const set = deed === 'end' ? { endedAt: now } : { confirmedAt: now };
  const own = and(eq(id, row.id), eq(askedAt, row.askedAt), isNull(endedAt));
  await commit(db, [db.update(reportAddresses).set(set).where(own)], [{ topic: 'reports', id: row.id }]);
  return ok({ deed });
}
