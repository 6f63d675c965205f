import type { TestInput } from './admission.ts';
import type { ArticleChange } from './standing.ts';

type Ranged = { carrier: string | null; topic: string };

/** Whether a question can be drawn for a carrier at all: of that carrier or of all, and not withdrawn. */
export function isAskedFor(
  { carrier, withdrawnAt }: Pick<Ranged, 'carrier'> & { withdrawnAt: Date | null },
  wanted: string,
): boolean {
  return withdrawnAt === null && (carrier === null || carrier === wanted);
}

/** The changes of articles that are behind one test: those of questions it may draw. */
export function changesFor(
  { carrier, parts }: Pick<TestInput, 'parts'> & { carrier: string },
  republished: readonly (Ranged & Omit<ArticleChange, 'countsFrom'> & { linkedAt: Date })[],
): ArticleChange[] {
  return republished
    .filter((one) => one.carrier === null || one.carrier === carrier)
    .filter(({ topic }) => parts.some((part) => part.topic === topic))
    .map(({ articleId, title, publishedAt, linkedAt }) => {
      return { articleId, title, publishedAt, countsFrom: linkedAt > publishedAt ? linkedAt : publishedAt };
    });
}
