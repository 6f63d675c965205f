import { v7 as uuid } from 'uuid';
import { can } from '#app/features/access/can.ts';
import { type Result, refuse } from '#app/platform/result.ts';
import type { ArticleInput, KnowledgeRefusal } from './knowledge.ts';
import { commitArticle, type KnowledgeDesk } from './store-article.ts';

/** A draft: nobody finds it before it is published. */
export async function createArticle(
  desk: KnowledgeDesk,
  { note, ...input }: ArticleInput,
): Promise<Result<{ id: string; version: number }, KnowledgeRefusal>> {
  const { actor, now } = desk;
  if (!can(actor, 'knowledge:write')) return refuse({ code: 'forbidden', action: 'knowledge:write' });
  const by = { ownerId: actor.userId, createdAt: now, changedAt: now };
  const after = { ...input, id: uuid(), state: 'draft' as const, version: 1, ...by };
  return commitArticle(desk, { before: null, after, note });
}
