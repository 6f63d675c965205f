import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { type Action, type Actor, can } from '#app/features/access/can.ts';
import { csvCell } from '#app/features/subscriber/rejection-csv.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { letterFiles, outreachAttempts } from '#db/tenant/schema/outreach.ts';
import { receivables } from '#db/tenant/schema/receivable.ts';
import { subscribers } from '#db/tenant/schema/subscriber.ts';

type LetterDesk = { db: TenantDb; actor: Actor; now: Date };
export type LetterRefusal =
  | { code: 'forbidden'; action: Action }
  | { code: 'no-letters' }
  | { code: 'conflict' };

const mostLetters = 1000;
const isWaiting = eq(outreachAttempts.state, 'printing');

/** How many letters wait for the press, and the files that were made last. */
export async function readLetters(db: TenantDb) {
  const waiting = await db.$count(outreachAttempts, isWaiting);
  return { waiting, files: await db.select().from(letterFiles).orderBy(desc(letterFiles.madeAt)).limit(20) };
}

/**
 * Hands the letters that wait to the post as one file: from here on they count as sent. A debt that was paid since is
 * not written about any more.
 */
export async function printLetters({
  db,
  actor,
  now,
}: LetterDesk): Promise<Result<{ id: string }, LetterRefusal>> {
  if (!can(actor, 'debt:write')) return refuse({ code: 'forbidden', action: 'debt:write' });
  const { id, receivableId } = outreachAttempts;
  const waiting = await db
    .select({ id, owed: receivables.balanceKopecks })
    .from(outreachAttempts)
    .leftJoin(receivables, eq(receivables.id, receivableId))
    .where(isWaiting)
    .orderBy(asc(outreachAttempts.at))
    .limit(mostLetters);
  const wanted = waiting.filter(({ owed }) => owed === null || owed > 0).map((one) => one.id);
  const paid = waiting.filter(({ owed }) => owed !== null && owed <= 0).map((one) => one.id);
  const fileId = uuid();
  const drop = { state: 'failed', failure: 'paid-since' } as const;
  const among = (ids: string[]) => and(isWaiting, inArray(id, ids));
  if (wanted.length === 0) {
    await commit(db, [db.update(outreachAttempts).set(drop).where(among(paid))]);
    return refuse({ code: 'no-letters' });
  }
  const file = { id: fileId, letters: wanted.length, madeBy: actor.userId, madeAt: now };
  const written = await commit(db, [
    db.insert(letterFiles).values(file),
    db.update(outreachAttempts).set(drop).where(among(paid)),
    db
      .update(outreachAttempts)
      .set({ state: 'sent', sentAt: now, letterFileId: fileId })
      .where(among(wanted)),
  ]);
  return written.ok ? ok({ id: fileId }) : refuse({ code: 'conflict' });
}

/** A file for the post as a table: one letter a row, found by its contract. `null`: there is no such file. */
export async function readLetterFile(db: TenantDb, fileId: string): Promise<string | null> {
  const { letterFileId, at, content, subject, address } = outreachAttempts;
  const rows = await db
    .select({ at, contract: address, name: subscribers.name, subject, content })
    .from(outreachAttempts)
    .innerJoin(subscribers, eq(subscribers.id, outreachAttempts.subscriberId))
    .where(eq(letterFileId, fileId))
    .orderBy(asc(subscribers.name));
  if (rows.length === 0) return null;
  const header = ['Договор', 'Абонент', 'Дата', 'Тема', 'Текст'];
  const lines = rows.map((row) => [
    ...[row.contract, row.name, row.at.toISOString().slice(0, 10), row.subject ?? '', row.content],
  ]);
  return `\uFEFF${[header, ...lines].map((cells) => cells.map(csvCell).join(';')).join('\r\n')}\r\n`;
}
