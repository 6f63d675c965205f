import { and, eq, isNull } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { can } from '#app/features/access/can.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import { listSynonymSets } from '#db/tenant/queries/knowledge.ts';
import { synonymSets } from '#db/tenant/schema/knowledge.ts';
import { termsOf } from './analyse-text.ts';
import type { KnowledgeRefusal } from './knowledge.ts';
import type { KnowledgeDesk } from './store-article.ts';

export const SynonymInput = z.strictObject({
  words: z
    .string()
    .trim()
    .max(300, 'long')
    .refine(
      (words) => words.split(',').filter((phrase) => termsOf(phrase).length > 0).length > 1,
      'two-words',
    ),
});

/** Words that mean the same at this client company from now on; nothing has to be indexed again. */
export async function addSynonyms(
  { db, actor, now }: KnowledgeDesk,
  { words }: z.infer<typeof SynonymInput>,
): Promise<Result<null, KnowledgeRefusal>> {
  if (!can(actor, 'knowledge:write')) return refuse({ code: 'forbidden', action: 'knowledge:write' });
  const row = { id: uuid(), words, createdBy: actor.userId, createdAt: now };
  await commit(db, [db.insert(synonymSets).values(row)], [{ topic: 'synonyms', id: row.id }]);
  return ok(null);
}

export async function removeSynonyms(
  { db, actor, now }: KnowledgeDesk,
  id: string,
): Promise<Result<null, KnowledgeRefusal>> {
  if (!can(actor, 'knowledge:write')) return refuse({ code: 'forbidden', action: 'knowledge:write' });
  const known = await listSynonymSets(db);
  if (!known.some((set) => set.id === id)) return refuse({ code: 'synonyms-not-found' });
  const open = and(eq(synonymSets.id, id), isNull(synonymSets.removedAt));
  const removal = db.update(synonymSets).set({ removedBy: actor.userId, removedAt: now }).where(open);
  await commit(db, [removal], [{ topic: 'synonyms', id }]);
  return ok(null);
}
