/** A version without `holdsFrom` is a draft, and the last. */
export type CardVersion = { version: number; holdsFrom: Date | null };

/** The version that work of a moment is reviewed by: the last that held then. */
export function versionAt<V extends CardVersion>(versions: readonly V[], at: Date): V | undefined {
  return versions.filter(({ holdsFrom }) => holdsFrom !== null && holdsFrom <= at).at(-1);
}

/** The version a review is given by: the one that held when the work was done, or the first there was after it. */
export function reviewedVersion<V extends CardVersion>(
  versions: readonly V[],
  occurredAt: Date,
): V | undefined {
  return versionAt(versions, occurredAt) ?? versions.find(({ holdsFrom }) => holdsFrom !== null);
}

export function draftOf<V extends CardVersion>(versions: readonly V[]): V | undefined {
  return versions.find(({ holdsFrom }) => holdsFrom === null);
}

type Given = {
  now: Date;
  /** When the season that holds began, and when the next one begins; `null`: there is none. */
  season: Date | null;
  nextSeason: Date | null;
  /** Reviews by this card of the season that holds. */
  reviewsOfSeason: number;
};

/**
 * From when a draft may hold. Scores of one season are compared with each other, so a card that was used in it
 * changes with the next one only.
 */
export function decideHoldsFrom(
  wish: 'now' | 'next-season',
  { now, season, nextSeason, reviewsOfSeason }: Given,
):
  | { ok: true; holdsFrom: Date }
  | { ok: false; error: { code: 'card-mid-season' } | { code: 'no-next-season' } } {
  if (wish === 'now') {
    const isCompared = season !== null && reviewsOfSeason > 0;
    return isCompared ? { ok: false, error: { code: 'card-mid-season' } } : { ok: true, holdsFrom: now };
  }
  return nextSeason ? { ok: true, holdsFrom: nextSeason } : { ok: false, error: { code: 'no-next-season' } };
}
