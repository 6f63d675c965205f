import { and, eq, isNull, ne, sql } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import type { Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { presences } from '#db/tenant/schema/routing.ts';
import { presenceSpans } from '#db/tenant/schema/shift-life.ts';
import type { PresenceState } from './routing.ts';

/** The history of what a person says of himself: what he was ends, what he is begins; the same said again changes nothing. */
export function notePresence(db: TenantDb, userId: string, state: PresenceState, now: Date): Statement[] {
  const isOpen = and(eq(presenceSpans.userId, userId), isNull(presenceSpans.toAt));
  const end = db
    .update(presenceSpans)
    .set({ toAt: now })
    .where(and(isOpen, ne(presenceSpans.state, state)));
  if (state === 'offline') return [end];
  const row = sql`${uuid()}, ${userId}, ${state}, ${now.getTime()}, null`;
  const begin = db
    .insert(presenceSpans)
    .select(sql`select ${row} where not exists (select 1 from ${presenceSpans} where ${isOpen})`);
  return [end, begin];
}

/** Who fell silent was last here when his page was last heard of. Goes before what marks him as gone. */
export function noteSilence(db: TenantDb, userId: string, since: Date): Statement {
  const silent = sql`from ${presences} where ${presences.userId} = ${userId} and ${presences.seenAt} <= ${since.getTime()}`;
  const isSilent = sql`exists (select 1 ${silent})`;
  const seenAt = sql`max(${presenceSpans.fromAt}, (select ${presences.seenAt} ${silent}))`;
  return db
    .update(presenceSpans)
    .set({ toAt: seenAt })
    .where(and(eq(presenceSpans.userId, userId), isNull(presenceSpans.toAt), isSilent));
}
