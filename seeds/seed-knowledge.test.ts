import { expect, test } from 'vitest';
import { findKnowledge } from '#app/features/knowledge/find-knowledge.ts';
import { readMeasures } from '#app/features/knowledge/read-measures.ts';
import { countArticles } from '#db/tenant/queries/knowledge.ts';
import { readQueries } from '#tests/evals/knowledge-queries.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { readSeededArticles } from './knowledge-files.ts';
import { pusto } from './pusto.ts';
import { seedKnowledge } from './seed-knowledge.ts';
import { sever } from './sever.ts';
import { volna } from './volna.ts';

test('the first client knows most, the second some, the third nothing yet', async () => {
  const counts = [];
  for (const plan of [volna, sever, pusto]) {
    const { db } = await openTestTenant();
    await seedKnowledge(db, plan, ['author-1', 'author-2']);
    counts.push((await countArticles(db)).published);
  }
  expect(counts).toEqual([readSeededArticles().length, 11, 0]);
});

test('the questions people wrote are answered among the first five by the articles of the demo', async () => {
  const { db } = await openTestTenant();
  await seedKnowledge(db, volna, ['author-1']);
  const slugs = new Map(readSeededArticles().map(({ slug, title }) => [title, slug]));
  const shares: number[] = [];
  for (const { text, expects } of readQueries()) {
    const { hits } = await findKnowledge(db, { text, carrier: null, now: volna.clock });
    const found = hits
      .slice(0, 5)
      .map(({ title }) => slugs.get(title.map((stretch) => stretch.text).join('')));
    shares.push(expects.filter((slug) => found.includes(slug)).length / expects.length);
  }
  expect(shares.reduce((sum, share) => sum + share, 0) / shares.length).toBeGreaterThanOrEqual(0.9);
});

test('the measures of the demo keep what is promised', async () => {
  const { db } = await openTestTenant();
  await seedKnowledge(db, volna, ['author-1']);
  const measures = await readMeasures(db, volna.clock);
  expect(measures.p90Ms).toBeLessThanOrEqual(30_000);
  expect(measures.emptyQueries.length).toBeGreaterThan(0);
  expect(measures.use[0]?.kept).toBeGreaterThan(1);
});
