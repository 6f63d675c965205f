import { expect, test } from 'vitest';
import type { Actor } from '#app/features/access/can.ts';
import {
  getArticle,
  listOpenSuggestions,
  listReads,
  listSynonymSets,
  listUnread,
  listVersions,
} from '#db/tenant/queries/knowledge.ts';
import { knowledgeSearches } from '#db/tenant/schema/knowledge.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { addSynonyms, removeSynonyms } from './change-synonyms.ts';
import { confirmReading } from './confirm-reading.ts';
import { createArticle } from './create-article.ts';
import { acceptSuggestion, declineSuggestion } from './decide-suggestion.ts';
import type { ArticleInput } from './knowledge.ts';
import { moveArticle } from './move-article.ts';
import { keepArticle, recordSearch } from './record-search.ts';
import { searchKnowledge } from './search-knowledge.ts';
import { suggestChange } from './suggest-change.ts';
import { updateArticle } from './update-article.ts';

const now = new Date('2026-03-02T09:00:00Z');
const lead: Actor = { userId: 'lead-1', name: 'Вера', roles: ['lead'] };
const agent: Actor = { userId: 'agent-1', name: 'Ольга', roles: ['agent'] };
const client: Actor = { userId: 'client-1', name: 'Игорь', roles: ['client'] };
const input: ArticleInput = {
  slug: 'zamena-sim',
  carrier: null,
  title: 'Замена SIM-карты',
  keywords: 'симка',
  body: 'Нужен паспорт владельца.',
  isRequired: true,
  validFrom: null,
  validUntil: null,
  reviewAt: new Date('2026-09-01T00:00:00Z'),
  note: '',
};

async function openDesks() {
  const { db } = await openTestTenant();
  const desk = (actor: Actor) => ({ db, actor, now });
  const find = async (text: string) =>
    (await searchKnowledge(db, { text, carrier: null, now, limit: 5, isTyping: true })).docs.map(
      ({ ref }) => ref,
    );
  return { db, desk, find };
}

async function openWithArticle() {
  const desks = await openDesks();
  const made = await createArticle(desks.desk(lead), input);
  if (!made.ok) throw new Error(made.error.code);
  const { id } = made.value;
  await moveArticle(desks.desk(lead), id, 'publish');
  return { ...desks, id };
}

test('a draft is found by nobody, a published article by everybody, an archived one by nobody again', async () => {
  const { desk, find } = await openDesks();
  const made = await createArticle(desk(lead), input);
  const id = made.ok ? made.value.id : '';
  expect(await find('симку')).toEqual([]);
  await moveArticle(desk(lead), id, 'publish');
  expect(await find('симку')).toEqual([id]);
  await moveArticle(desk(lead), id, 'archive');
  expect(await find('симку')).toEqual([]);
  expect(await moveArticle(desk(lead), id, 'archive')).toMatchObject({
    error: { code: 'article-move-not-allowed' },
  });
});

test('new words take the place of the old ones in the index, and the old ones stay in the history', async () => {
  const { db, desk, find, id } = await openWithArticle();
  const changed = { ...input, body: 'Нужна доверенность.', note: 'закон изменился' };
  expect(await updateArticle(desk(lead), id, 2, changed)).toMatchObject({ ok: true, value: { version: 3 } });
  expect(await find('доверенность')).toEqual([id]);
  expect(await find('паспорт')).toEqual([]);
  const versions = await listVersions(db, id);
  expect(versions.map(({ version, state, by, note }) => [version, state, by, note])).toEqual([
    [3, 'published', 'lead-1', 'закон изменился'],
    [2, 'published', 'lead-1', ''],
    [1, 'draft', 'lead-1', ''],
  ]);
  expect(versions.at(-1)?.body).toBe('Нужен паспорт владельца.');
});

test('of two writers the later one is told', async () => {
  const { db, desk, id } = await openWithArticle();
  const both = await Promise.all([
    updateArticle(desk(lead), id, 2, { ...input, title: 'Первый заголовок' }),
    updateArticle(desk(lead), id, 2, { ...input, title: 'Второй заголовок' }),
  ]);
  expect(both.map((result) => result.ok).toSorted()).toEqual([false, true]);
  expect(both.find((result) => !result.ok)).toMatchObject({ error: { code: 'conflict' } });
  expect((await getArticle(db, id))?.version).toBe(3);
});

test('two articles never share a name', async () => {
  const { desk } = await openWithArticle();
  expect(await createArticle(desk(lead), input)).toMatchObject({ error: { code: 'article-slug-taken' } });
});

test('an agent writes nothing himself', async () => {
  const { desk, id } = await openWithArticle();
  const forbidden = { ok: false, error: { code: 'forbidden' } };
  expect(await createArticle(desk(agent), { ...input, slug: 'drugaya' })).toMatchObject(forbidden);
  expect(await updateArticle(desk(agent), id, 2, input)).toMatchObject(forbidden);
  expect(await moveArticle(desk(agent), id, 'archive')).toMatchObject(forbidden);
  expect(await addSynonyms(desk(agent), { words: 'а, б' })).toMatchObject(forbidden);
  expect(await acceptSuggestion(desk(agent), 'x')).toMatchObject(forbidden);
  expect(await confirmReading(desk(client), id, 2)).toMatchObject(forbidden);
  expect(await suggestChange(desk(client), id, suggestion)).toMatchObject(forbidden);
});

const suggestion = {
  carrier: null,
  title: 'Замена SIM',
  body: 'Паспорт или доверенность.',
  note: 'так короче',
};

test('a suggestion becomes the article once a lead accepts it', async () => {
  const { db, desk, find, id } = await openWithArticle();
  await suggestChange(desk(agent), id, suggestion);
  const [open] = await listOpenSuggestions(db);
  expect(await acceptSuggestion(desk(lead), open?.id ?? '')).toMatchObject({
    ok: true,
    value: { articleId: id },
  });
  expect(await find('доверенность')).toEqual([id]);
  expect(await listOpenSuggestions(db)).toEqual([]);
  expect(await acceptSuggestion(desk(lead), open?.id ?? '')).toMatchObject({
    error: { code: 'suggestion-not-found' },
  });
});

test('a suggestion for words that are not there any more is not taken over', async () => {
  const { db, desk, id } = await openWithArticle();
  await suggestChange(desk(agent), id, suggestion);
  await updateArticle(desk(lead), id, 2, { ...input, body: 'Иначе.' });
  const [open] = await listOpenSuggestions(db);
  expect(await acceptSuggestion(desk(lead), open?.id ?? '')).toMatchObject({ error: { code: 'conflict' } });
  expect((await getArticle(db, id))?.body).toBe('Иначе.');
});

test('a suggested new article is a draft; a declined one is gone', async () => {
  const { db, desk } = await openDesks();
  await suggestChange(desk(agent), null, suggestion);
  const [first] = await listOpenSuggestions(db);
  const taken = await acceptSuggestion(desk(lead), first?.id ?? '');
  expect(await getArticle(db, taken.ok ? taken.value.articleId : '')).toMatchObject({
    state: 'draft',
    ownerId: 'agent-1',
  });
  await suggestChange(desk(agent), null, suggestion);
  const [second] = await listOpenSuggestions(db);
  await declineSuggestion(desk(lead), second?.id ?? '');
  expect(await listOpenSuggestions(db)).toEqual([]);
});

test('a required article has to be read again when it changed', async () => {
  const { db, desk, id } = await openWithArticle();
  expect(await listUnread(db, 'agent-1')).toEqual([{ id, title: input.title }]);
  await confirmReading(desk(agent), id, 2);
  await confirmReading(desk(agent), id, 2);
  expect(await listReads(db, id, 2)).toEqual([{ userId: 'agent-1', at: now }]);
  expect(await listUnread(db, 'agent-1')).toEqual([]);
  await updateArticle(desk(lead), id, 2, { ...input, body: 'Ново.' });
  expect(await listUnread(db, 'agent-1')).toHaveLength(1);
  expect(await confirmReading(desk(agent), id, 2)).toMatchObject({ error: { code: 'conflict' } });
});

test('synonyms of the company are known at once, and forgotten when they are removed', async () => {
  const { db, desk, find, id } = await openWithArticle();
  expect(await find('пластик')).toEqual([]);
  await addSynonyms(desk(lead), { words: 'пластик, симка' });
  expect(await find('пластик')).toEqual([id]);
  const [set] = await listSynonymSets(db);
  await removeSynonyms(desk(lead), set?.id ?? '');
  expect(await find('пластик')).toEqual([]);
});

const searchId = '018f0000-0000-7000-8000-000000000001';

test('the time of a search runs from its first key press to the article kept, once', async () => {
  const { db, desk, id } = await openWithArticle();
  await recordSearch(desk(agent), { searchId, query: 'симк', found: 0, sinceMs: 4000 });
  await recordSearch(desk(agent), { searchId, query: 'симка', found: 1, sinceMs: 9000 });
  const later = { ...desk(agent), now: new Date(now.getTime() + 12_000) };
  await keepArticle(later, id, { searchId, caseId: null });
  await keepArticle({ ...later, now: new Date(now.getTime() + 90_000) }, id, { searchId, caseId: null });
  const [search] = await db.select().from(knowledgeSearches);
  expect(search).toMatchObject({ query: 'симка', found: 1, articleId: id });
  expect((search?.keptAt?.getTime() ?? 0) - (search?.startedAt.getTime() ?? 0)).toBe(16_000);
});

test('a phone number in a query is not kept', async () => {
  const { db, desk } = await openDesks();
  await recordSearch(desk(agent), { searchId, query: 'баланс +7 916 123-45-67', found: 0, sinceMs: 0 });
  expect(await db.select().from(knowledgeSearches)).toMatchObject([{ query: 'баланс •••' }]);
});

test("nobody ends another's search, and no article is linked to a case that is not there", async () => {
  const { db, desk, id } = await openWithArticle();
  await recordSearch(desk(agent), { searchId, query: 'симка', found: 1, sinceMs: 0 });
  await keepArticle(desk(lead), id, { searchId, caseId: null });
  expect(await db.select().from(knowledgeSearches)).toMatchObject([{ keptAt: null }]);
  expect(await keepArticle(desk(agent), id, { searchId, caseId: 'нет' })).toMatchObject({
    error: { code: 'case-not-found' },
  });
});
