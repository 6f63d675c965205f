import { v7 as uuid } from 'uuid';
import { can } from '#app/features/access/can.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit, type Statement } from '#db/commit.ts';
import type { ArticleRow } from '#db/tenant/queries/knowledge.ts';
import { catalogueStatements } from './catalogue-documents.ts';
import type { KnowledgeRefusal } from './knowledge.ts';
import { type ArticleProposal, type ImportInput, type PriceProposal, planImport } from './plan-import.ts';
import { articleStatements, type KnowledgeDesk } from './store-article.ts';

const reviewAfterMs = 180 * 86_400_000;

/** Everything that was approved in one batch, or nothing: `conflict` when it would not be the same any more. */
export async function applyImport(
  desk: KnowledgeDesk,
  input: ImportInput,
  carriers: readonly string[],
  fingerprint: string,
): Promise<Result<{ articles: number; prices: number }, KnowledgeRefusal>> {
  if (!can(desk.actor, 'knowledge:write')) return refuse({ code: 'forbidden', action: 'knowledge:write' });
  const plan = await planImport(desk.db, input, carriers);
  if (plan.fingerprint !== fingerprint) return refuse({ code: 'conflict' });
  const statements = [
    ...(await Promise.all(plan.articles.map((proposal) => importArticle(desk, proposal)))).flat(),
    ...(await importPrices(desk, plan.prices)),
  ];
  const counts = { articles: plan.articles.length, prices: plan.prices.length };
  if (statements.length === 0) return ok(counts);
  const written = await commit(desk.db, statements, [{ topic: 'article', id: 'import' }]);
  return written.ok ? ok(counts) : refuse({ code: 'conflict' });
}

/** New ones are drafts, known ones stay in their state. */
function importArticle(desk: KnowledgeDesk, { file, before }: ArticleProposal): Promise<Statement[]> {
  const after: ArticleRow = before
    ? { ...before, ...file, version: before.version + 1, changedAt: desk.now }
    : { ...file, ...newArticle(desk) };
  return articleStatements(desk, { before, after, note: `${file.slug}.md` });
}

function newArticle({ actor, now }: KnowledgeDesk) {
  return {
    id: uuid(),
    state: 'draft' as const,
    version: 1,
    ownerId: actor.userId,
    validFrom: null,
    validUntil: null,
    reviewAt: new Date(now.getTime() + reviewAfterMs),
    createdAt: now,
    changedAt: now,
  };
}

async function importPrices(
  { db, now }: KnowledgeDesk,
  prices: readonly PriceProposal[],
): Promise<Statement[]> {
  const carriers = [...new Set(prices.map(({ row }) => row.carrier))];
  const statements = carriers.map((carrier) => {
    const rows = prices
      .filter(({ row }) => row.carrier === carrier)
      .map(({ row }) => ({ ...row, seenAt: now }));
    return catalogueStatements(db, carrier, rows);
  });
  return (await Promise.all(statements)).flat();
}
