import { z } from 'zod';

/** What may happen to an article: one row a move. `version` grows with each. */
export const articleMoves = [
  { move: 'publish', from: ['draft', 'archived'], to: 'published' },
  { move: 'archive', from: ['draft', 'published'], to: 'archived' },
] as const;
export type ArticleMove = (typeof articleMoves)[number]['move'];

/** Only published articles are found and shown to agents. */
export const articleStates = ['draft', 'published', 'archived'] as const;
export type ArticleState = (typeof articleStates)[number];

export type KnowledgeRefusal =
  | { code: 'forbidden'; action: 'knowledge:read' | 'knowledge:suggest' | 'knowledge:write' }
  | { code: 'article-not-found' }
  | { code: 'article-move-not-allowed' }
  | { code: 'article-slug-taken' }
  | { code: 'suggestion-not-found' }
  | { code: 'synonyms-not-found' }
  | { code: 'carrier-not-found' }
  | { code: 'case-not-found' }
  /** Nothing in the catalogue could be asked for: the carrier has no line here, or does not answer. */
  | { code: 'catalogue-unreachable' }
  /** Somebody else changed it first. */
  | { code: 'conflict' };

/** Where a move leads from a state; `null`: it cannot be made there. */
export function decideArticleMove(state: ArticleState, move: ArticleMove): ArticleState | null {
  const row = articleMoves.find((candidate) => candidate.move === move);
  const froms: readonly ArticleState[] = row?.from ?? [];
  return row && froms.includes(state) ? row.to : null;
}

const instant = z.iso
  .date()
  .transform((day) => new Date(`${day}T00:00:00Z`))
  .nullable();

/** The words of an article. Sizes: what the largest imported instruction needs, several times over. */
export const ArticleWords = z.strictObject({
  carrier: z
    .string()
    .regex(/^[a-z0-9-]{1,32}$/)
    .nullable(),
  title: z.string().trim().min(3, 'short').max(200, 'long'),
  keywords: z.string().trim().max(500, 'long'),
  body: z.string().trim().min(1, 'required').max(100_000, 'long'),
});
export type ArticleWords = z.infer<typeof ArticleWords>;

export const ArticleInput = ArticleWords.extend({
  slug: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/, 'slug'),
  isRequired: z.boolean(),
  validFrom: instant,
  validUntil: instant,
  reviewAt: z.iso.date('date').transform((day) => new Date(`${day}T00:00:00Z`)),
  note: z.string().trim().max(300, 'long'),
}).refine(({ validFrom, validUntil }) => !validFrom || !validUntil || validFrom < validUntil, {
  path: ['validUntil'],
  message: 'later-than',
});
export type ArticleInput = z.infer<typeof ArticleInput>;
