import { and, eq, lte } from 'drizzle-orm';
import { can } from '#app/features/access/can.ts';
import type { CaseDesk } from '#app/features/case/change-case.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { presences } from '#db/tenant/schema/routing.ts';
import { handOver } from './hand-over.ts';
import { notePresence, noteSilence } from './note-presence.ts';
import type { PresenceState } from './routing.ts';
import type { RoutingRefusal } from './routing-refusal.ts';

/** An agent says whether he takes work. Who says that he has gone hands over what he has in hand. */
export async function setPresence(
  { db, actor, now }: CaseDesk,
  state: PresenceState,
): Promise<Result<{ state: PresenceState }, RoutingRefusal>> {
  if (!can(actor, 'case:write')) return refuse({ code: 'forbidden', action: 'case:write' });
  const said = { state, since: now, seenAt: now };
  const save = db
    .insert(presences)
    .values({ userId: actor.userId, ...said })
    .onConflictDoUpdate({ target: presences.userId, set: said });
  const told = [save, ...notePresence(db, actor.userId, state, now)];
  await commit(db, told, [{ topic: 'agent', id: actor.userId }]);
  if (state === 'offline') await handOver(db, actor.userId, now);
  return ok({ state });
}

/** His page was heard of, written once a minute at most. Says nothing of whether he takes work. */
export async function noteSeen(db: TenantDb, userId: string, now: Date): Promise<void> {
  const isDue = lte(presences.seenAt, new Date(now.getTime() - 60_000));
  const seen = db
    .update(presences)
    .set({ seenAt: now })
    .where(and(eq(presences.userId, userId), isDue));
  await commit(db, [seen]);
}

/** A page that fell silent so long is a closed one, ms. */
export const silenceMs = 3 * 60_000;

/** Takes one off the line whose page fell silent, unless it was heard of meanwhile. */
export async function noteSilent(db: TenantDb, userId: string, now: Date): Promise<void> {
  const since = new Date(now.getTime() - silenceMs);
  const gone = db
    .update(presences)
    .set({ state: 'offline', since: now })
    .where(and(eq(presences.userId, userId), lte(presences.seenAt, since)));
  await commit(db, [noteSilence(db, userId, since), gone], [{ topic: 'agent', id: userId }]);
}
