import { and, eq, isNull } from 'drizzle-orm';
import { scoreAnswers } from '#app/features/scorecard/score-answers.ts';
import { addDays } from '#app/features/sla/calendar-date.ts';
import { commit, type Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { countStanding, listEarningDays, listQuests } from '#db/tenant/queries/game.ts';
import { countThankers, readEarned } from '#db/tenant/queries/game-shop.ts';
import { listReviews } from '#db/tenant/queries/reviews.ts';
import { badges } from '#db/tenant/schema/game.ts';
import { type BadgeFacts, badgePeriod, badgeRules } from './badge.ts';
import { questBadge, questSpan } from './quest.ts';
import { startOfDay } from './season.ts';
import type { PointDesk } from './settle-points.ts';

const mostDays = 366;

/**
 * Gives an agent the badges he has earned by now, of the quests and the rules of badges, in the periods about a day, and
 * revokes those he has no more because something was taken back; what is earned anew is his again.
 */
export async function refreshBadges(desk: PointDesk, agentId: string, day: string): Promise<void> {
  const { db, now } = desk;
  const made = await Promise.all(
    (await listQuests(db)).map(async ({ id, event, target, per }) => {
      const span = questSpan(per, day);
      const [own] = await countStanding(db, event, span, agentId);
      const key = { agentId, badge: questBadge(id), period: span.from };
      return { key, isMade: (own?.count ?? 0) >= target };
    }),
  );
  const quests = made.map(({ key, isMade }) => badgeStatement(db, key, isMade, now));
  const facts = await readFacts(desk, agentId, day);
  const rules = badgeRules.map(({ badge, per, isEarned }) =>
    badgeStatement(db, { agentId, badge, period: badgePeriod(per, day) }, isEarned(facts), now),
  );
  await commit(db, [...quests, ...rules]);
}

type Key = { agentId: string; badge: string; period: string };

function badgeStatement(db: TenantDb, key: Key, isEarned: boolean, now: Date): Statement {
  if (isEarned) {
    const again = { revokedAt: null, revokedReason: null };
    const target = [badges.agentId, badges.badge, badges.period];
    return db
      .insert(badges)
      .values({ ...key, at: now })
      .onConflictDoUpdate({ target, set: again });
  }
  const { agentId, badge, period } = key;
  const isHis = and(eq(badges.agentId, agentId), eq(badges.badge, badge), eq(badges.period, period));
  return db
    .update(badges)
    .set({ revokedAt: now, revokedReason: 'taken-back' })
    .where(and(isHis, isNull(badges.revokedAt)));
}

async function readFacts({ db, timeZone }: PointDesk, agentId: string, day: string): Promise<BadgeFacts> {
  const month = day.slice(0, 7);
  const first = `${month}-01`;
  const next = `${addDays(first, 31).slice(0, 7)}-01`;
  const [from, to] = [startOfDay(first, timeZone), startOfDay(next, timeZone)];
  const drawn = await listReviews(db, { from, to, agentId, isRankable: true });
  const right = drawn.filter(({ review, card }) => scoreAnswers(card, review.answers).errors.length === 0);
  return {
    earned: await readEarned(db, agentId),
    earningDays: (await listEarningDays(db, agentId, mostDays)).length,
    thankedBy: await countThankers(db, agentId, month),
    drawn: { n: drawn.length, right: right.length },
  };
}
