import { type Actor, can } from '#app/features/access/can.ts';
import { namesOf } from '#db/control/queries/names.ts';
import type { ControlDb, TenantDb } from '#db/open.ts';
import { listSeasons } from '#db/tenant/queries/quality-points.ts';
import {
  countReviewsByCard,
  getScorecard,
  listAllVersions,
  listCardVersions,
  listScorecards,
} from '#db/tenant/queries/scorecards.ts';
import { draftOf, versionAt } from './card-version.ts';
import { seasonsAround } from './change-scorecard.ts';
import { defaultCard } from './default-card.ts';
import { itemsOf } from './scorecard.ts';

type Reader = { db: TenantDb; control: ControlDb; actor: Actor; now: Date; timeZone: string };

/** Every card, with what holds of it and whether it is being changed. */
export async function readScorecards({ db, actor, now }: Omit<Reader, 'control' | 'timeZone'>) {
  const versions = await listAllVersions(db);
  return {
    mayWrite: can(actor, 'scorecard:write'),
    cards: (await listScorecards(db)).map(({ id, title }) => {
      const own = versions.filter(({ cardId }) => cardId === id);
      const held = versionAt(own, now);
      return {
        id,
        title,
        version: held?.version ?? null,
        holdsFrom: held?.holdsFrom ?? null,
        items: held ? itemsOf(held.content).length : 0,
        hasDraft: draftOf(own) !== undefined,
      };
    }),
  };
}

/** One card to be looked at or changed; `null`: there is none. */
export async function readScorecard({ db, control, actor, now, timeZone }: Reader, cardId: string) {
  const card = await getScorecard(db, cardId);
  if (!card) return null;
  const versions = await listCardVersions(db, cardId);
  const { season, nextSeason } = seasonsAround(await listSeasons(db), now, timeZone);
  const names = await namesOf(
    control,
    versions.map(({ changedBy }) => changedBy),
  );
  const draft = draftOf(versions);
  return {
    id: card.id,
    title: card.title,
    mayWrite: can(actor, 'scorecard:write'),
    hasDraft: draft !== undefined,
    content: (draft ?? versions.at(-1))?.content ?? defaultCard,
    nextSeason,
    reviewsOfSeason: season ? await countReviewsByCard(db, cardId, season) : 0,
    versions: versions.toReversed().map(({ version, holdsFrom, changedBy, changedAt }) => ({
      version,
      holdsFrom,
      changedAt,
      by: names[changedBy] ?? null,
    })),
  };
}
export type ScorecardView = NonNullable<Awaited<ReturnType<typeof readScorecard>>>;
