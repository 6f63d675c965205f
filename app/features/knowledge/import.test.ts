import { expect, test } from 'vitest';
import type { Actor } from '#app/features/access/can.ts';
import { listCatalogue } from '#db/tenant/queries/catalogue.ts';
import { listArticles, listVersions } from '#db/tenant/queries/knowledge.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { applyImport } from './apply-import.ts';
import { findKnowledge } from './find-knowledge.ts';
import { moveArticle } from './move-article.ts';
import { planImport } from './plan-import.ts';

const now = new Date('2026-03-02T09:00:00Z');
const lead: Actor = { userId: 'lead-1', name: 'Вера', roles: ['lead'] };
const agent: Actor = { userId: 'agent-1', name: 'Ольга', roles: ['agent'] };
const markdown = (name: string, body: string) => ({
  name: `${name}.md`,
  text: `---\ntitle: Статья ${name}\n---\n${body}`,
});
const prices = (...lines: string[]) => ({
  name: 'prices.csv',
  text: ['carrier;type;code;name;once;month', ...lines].join('\n'),
});

async function openImport() {
  const { db } = await openTestTenant();
  const desk = { db, actor: lead, now };
  const plan = (...files: { name: string; text: string }[]) => planImport(db, { files }, ['mts', 'beeline']);
  const apply = async (...files: { name: string; text: string }[]) =>
    applyImport(desk, { files }, ['mts', 'beeline'], (await plan(...files)).fingerprint);
  return { db, desk, plan, apply };
}

test('nothing is written before it is approved', async () => {
  const { db, plan } = await openImport();
  const planned = await plan(markdown('odin', 'Раз'), prices('mts;option;A;Опция;;100'));
  expect(planned).toMatchObject({
    articles: [{ before: null }],
    prices: [{ before: null }],
    same: 0,
    faults: [],
  });
  expect(await listArticles(db, { state: 'draft', carrier: null }, 10)).toEqual([]);
  expect(await listCatalogue(db, 'mts', 'option')).toEqual([]);
});

test('new articles come as drafts, known ones keep their state, and the same file changes nothing', async () => {
  const { db, desk, plan, apply } = await openImport();
  expect(await apply(markdown('odin', 'Раз'))).toEqual({ ok: true, value: { articles: 1, prices: 0 } });
  const [draft] = await listArticles(db, { state: 'draft', carrier: null }, 10);
  await moveArticle(desk, draft?.id ?? '', 'publish');
  await apply(markdown('odin', 'Два слова'));
  const [published] = await listArticles(db, { state: 'published', carrier: null }, 10);
  expect(published).toMatchObject({ slug: 'odin', version: 3 });
  expect((await listVersions(db, published?.id ?? ''))[0]).toMatchObject({
    body: 'Два слова',
    note: 'odin.md',
  });
  expect(await plan(markdown('odin', 'Два слова'))).toMatchObject({ articles: [], same: 1 });
});

test('what changed since it was approved is not applied', async () => {
  const { db, desk, plan, apply } = await openImport();
  await apply(markdown('odin', 'Раз'));
  const files = [markdown('odin', 'Два')];
  const { fingerprint } = await plan(...files);
  await apply(markdown('odin', 'Чужое'));
  const late = await applyImport(desk, { files }, ['mts'], fingerprint);
  expect(late).toMatchObject({ ok: false, error: { code: 'conflict' } });
  const [article] = await listArticles(db, { state: 'draft', carrier: null }, 10);
  expect((await listVersions(db, article?.id ?? ''))[0]?.body).toBe('Чужое');
});

test('a price list fills the catalogue, and its items are found', async () => {
  const { db, plan, apply } = await openImport();
  await apply(prices('mts;option;PE1;Турбо;250;', 'mts;tariff;T1;Коннект;;490,50'));
  expect(await listCatalogue(db, 'mts', 'option')).toMatchObject([
    { code: 'PE1', feeOnceKopecks: 25_000, feeMonthKopecks: null },
  ]);
  const next = await plan(prices('mts;option;PE1;Турбо;300;', 'mts;tariff;T1;Коннект;;490,50'));
  expect(next).toMatchObject({
    same: 1,
    prices: [{ before: { feeOnceKopecks: 25_000 }, row: { feeOnceKopecks: 30_000 } }],
  });
  const found = await findKnowledge(db, { text: 'коннект', carrier: 'mts', now });
  expect(found.hits).toMatchObject([{ kind: 'tariff', ref: 'T1', feeMonthKopecks: 49_050 }]);
});

test('every file and row that cannot be read is named', async () => {
  const { plan } = await openImport();
  const planned = await plan(
    { name: 'photo.png', text: 'x' },
    { name: 'plain.md', text: 'без головы' },
    { name: 'odd.csv', text: 'a;b\n1;2' },
    prices('mts;option;A;Имя;1;сто'),
    { name: 'open.csv', text: `carrier;type;code;name;month\nmts;option;A;Имя;1\n"${'x'.repeat(70_000)}` },
    markdown('twice', 'а'),
    markdown('twice', 'б'),
  );
  expect(planned.faults.map(({ file, code }) => [file, code])).toEqual([
    ['photo.png', 'kind'],
    ['plain.md', 'no-head'],
    ['odd.csv', 'columns'],
    ['prices.csv', 'fee'],
    ['open.csv', 'broken'],
    ['twice.md', 'twice'],
  ]);
});

test('an agent imports nothing', async () => {
  const { desk, plan } = await openImport();
  const files = [markdown('odin', 'Раз')];
  const { fingerprint } = await plan(...files);
  const result = await applyImport({ ...desk, actor: agent }, { files }, ['mts'], fingerprint);
  expect(result).toMatchObject({ ok: false, error: { code: 'forbidden' } });
});
