import { and, asc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { type Action, type Actor, can } from '#app/features/access/can.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { letterFiles, outreachAttempts } from '#db/tenant/schema/outreach.ts';
import { receivables } from '#db/tenant/schema/receivable.ts';
import { subscribers } from '#db/tenant/schema/subscriber.ts';
import { type LetterWay, letterIsWaiting } from './read-letters.ts';

type LetterDesk = { db: TenantDb; actor: Actor; now: Date };
export type LetterRefusal =
  | { code: 'forbidden'; action: Action }
  | { code: 'no-letters' }
  | { code: 'conflict' };

const mostLetters = 1000;

/**
 * Hands the letters that wait to the post as one file: from here on they count as sent, each to the address that is known
 * now. Those without one wait until it is imported, or somebody hands them over by their contracts. A debt that was paid
 * since is not written about any more.
 */
export async function printLetters(
  { db, actor, now }: LetterDesk,
  way: LetterWay,
): Promise<Result<{ id: string }, LetterRefusal>> {
  if (!can(actor, 'debt:write')) return refuse({ code: 'forbidden', action: 'debt:write' });
  const { id, receivableId, subscriberId } = outreachAttempts;
  const hasAddress = way === 'address' ? isNotNull : isNull;
  const waiting = await db
    .select({ id, owed: receivables.balanceKopecks })
    .from(outreachAttempts)
    .innerJoin(subscribers, eq(subscribers.id, subscriberId))
    .leftJoin(receivables, eq(receivables.id, receivableId))
    .where(and(letterIsWaiting, hasAddress(subscribers.postalAddress)))
    .orderBy(asc(outreachAttempts.at))
    .limit(mostLetters);
  const wanted = waiting.filter(({ owed }) => owed === null || owed > 0).map((one) => one.id);
  const paid = waiting.filter(({ owed }) => owed !== null && owed <= 0).map((one) => one.id);
  const fileId = uuid();
  const drop = { state: 'failed', failure: 'paid-since' } as const;
  const among = (ids: string[]) => and(letterIsWaiting, inArray(id, ids));
  if (wanted.length === 0) {
    await commit(db, [db.update(outreachAttempts).set(drop).where(among(paid))]);
    return refuse({ code: 'no-letters' });
  }
  const file = { id: fileId, letters: wanted.length, madeBy: actor.userId, madeAt: now };
  const postalAddress = sql`(select s.postal_address from subscribers s where s.id = ${subscriberId})`;
  const written = await commit(db, [
    db.insert(letterFiles).values(file),
    db.update(outreachAttempts).set(drop).where(among(paid)),
    db
      .update(outreachAttempts)
      .set({ state: 'sent', sentAt: now, letterFileId: fileId, postalAddress })
      .where(among(wanted)),
  ]);
  return written.ok ? ok({ id: fileId }) : refuse({ code: 'conflict' });
}
