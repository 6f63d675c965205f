import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { type Actor, can } from '#app/features/access/can.ts';
import { dayOf, type Season, seasonOn } from '#app/features/points/season.ts';
import { midnightOf } from '#app/features/sla/wall-clock.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { listSeasons } from '#db/tenant/queries/quality-points.ts';
import { countReviewsByCard, getScorecard, listCardVersions } from '#db/tenant/queries/scorecards.ts';
import { cardVersions, scorecards } from '#db/tenant/schema/scorecard.ts';
import { decideHoldsFrom, draftOf } from './card-version.ts';
import { defaultCard } from './default-card.ts';
import { type CardContent, findCardFault } from './scorecard.ts';
import type { ScorecardRefusal } from './scorecard-refusal.ts';

type CardDesk = { db: TenantDb; actor: Actor; now: Date };
type Refused<T> = Promise<Result<T, ScorecardRefusal>>;
export const HoldingInput = z.object({ from: z.enum(['now', 'next-season']) });

const forbidden = { code: 'forbidden', action: 'scorecard:write' } as const;

/** Begins another card as a draft, from the card of the trade. */
export async function createScorecard(
  { db, actor, now }: CardDesk,
  { id, title }: { id: string; title: string },
): Refused<{ id: string }> {
  if (!can(actor, 'scorecard:write')) return refuse(forbidden);
  const draft = { cardId: id, version: 1, content: defaultCard, changedBy: actor.userId, changedAt: now };
  const written = await commit(db, [
    db.insert(scorecards).values({ id, title, createdBy: actor.userId, createdAt: now }),
    db.insert(cardVersions).values(draft),
  ]);
  return written.ok ? ok({ id }) : refuse({ code: 'card-title-taken' });
}

/** Writes the draft of a card: the one there is, or the next version of what holds. What holds is not touched. */
export async function draftCard(
  { db, actor, now }: CardDesk,
  cardId: string,
  content: CardContent,
): Refused<{ version: number }> {
  if (!can(actor, 'scorecard:write')) return refuse(forbidden);
  const fault = findCardFault(content);
  if (fault) return refuse(fault);
  if (!(await getScorecard(db, cardId))) return refuse({ code: 'card-not-found' });
  const versions = await listCardVersions(db, cardId);
  const draft = draftOf(versions);
  const changed = { content, changedBy: actor.userId, changedAt: now };
  const version = draft?.version ?? versions.length + 1;
  const isDraft = and(
    eq(cardVersions.cardId, cardId),
    eq(cardVersions.version, version),
    isNull(cardVersions.holdsFrom),
  );
  const written = await commit(db, [
    draft
      ? db.update(cardVersions).set(changed).where(isDraft)
      : db.insert(cardVersions).values({ cardId, version, ...changed }),
  ]);
  return written.ok && written.results[0]?.rowsAffected === 1
    ? ok({ version })
    : refuse({ code: 'conflict' });
}

/** Lets the draft of a card hold, and so locks it. */
export async function letCardHold(
  { db, actor, now, timeZone }: CardDesk & { timeZone: string },
  cardId: string,
  from: 'now' | 'next-season',
): Refused<{ holdsFrom: Date }> {
  if (!can(actor, 'scorecard:write')) return refuse(forbidden);
  if (!(await getScorecard(db, cardId))) return refuse({ code: 'card-not-found' });
  const draft = draftOf(await listCardVersions(db, cardId));
  if (!draft) return refuse({ code: 'nothing-drafted' });
  const season = seasonsAround(await listSeasons(db), now, timeZone);
  const reviewsOfSeason = season.season ? await countReviewsByCard(db, cardId, season.season) : 0;
  const decided = decideHoldsFrom(from, { now, ...season, reviewsOfSeason });
  if (!decided.ok) return decided;
  const isDraft = and(
    eq(cardVersions.cardId, cardId),
    eq(cardVersions.version, draft.version),
    isNull(cardVersions.holdsFrom),
  );
  const { holdsFrom } = decided;
  const written = await commit(db, [db.update(cardVersions).set({ holdsFrom }).where(isDraft)]);
  const isMine = written.ok && written.results[0]?.rowsAffected === 1;
  return isMine ? ok({ holdsFrom }) : refuse({ code: 'conflict' });
}

/** When the season that holds began, and when the next one begins. */
export function seasonsAround(seasons: readonly Season[], now: Date, timeZone: string) {
  const today = dayOf(now, timeZone);
  const own = seasonOn(seasons, today);
  const next = seasons.filter(({ from }) => from > today).toSorted((a, b) => (a.from < b.from ? -1 : 1))[0];
  const begins = (one: Season | undefined) => (one ? new Date(midnightOf(one.from, timeZone)) : null);
  return { season: begins(own), nextSeason: begins(next) };
}
