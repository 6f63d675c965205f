import { and, eq, isNull } from 'drizzle-orm';
import { commit, type Statement } from '#db/commit.ts';
import { countStanding, listQuests } from '#db/tenant/queries/game.ts';
import { badges } from '#db/tenant/schema/game.ts';
import { questBadge, questSpan } from './quest.ts';
import type { PointDesk } from './settle-points.ts';

/**
 * Gives an agent the badges of the quests he has made in the periods about a day, and revokes those he has no more
 * because something was taken back; what is earned anew is his again.
 */
export async function refreshBadges({ db, now }: PointDesk, agentId: string, day: string): Promise<void> {
  const statements = await Promise.all(
    (await listQuests(db)).map(async ({ id, event, target, per }): Promise<{ statement: Statement }> => {
      const span = questSpan(per, day);
      const [own] = await countStanding(db, event, span, agentId);
      const done = own?.count ?? 0;
      const key = { agentId, badge: questBadge(id), period: span.from };
      if (done >= target) {
        const again = { revokedAt: null, revokedReason: null };
        const place = [badges.agentId, badges.badge, badges.period];
        return {
          statement: db
            .insert(badges)
            .values({ ...key, at: now })
            .onConflictDoUpdate({ target: place, set: again }),
        };
      }
      const isHis = and(
        eq(badges.agentId, agentId),
        eq(badges.badge, key.badge),
        eq(badges.period, span.from),
      );
      const revoke = { revokedAt: now, revokedReason: 'taken-back' };
      return {
        statement: db
          .update(badges)
          .set(revoke)
          .where(and(isHis, isNull(badges.revokedAt))),
      };
    }),
  );
  if (statements.length > 0) {
    await commit(
      db,
      statements.map(({ statement }) => statement),
    );
  }
}
