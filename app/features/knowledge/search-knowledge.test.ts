import { expect, test } from 'vitest';
import { commit } from '#db/commit.ts';
import { listDocsByRef } from '#db/tenant/queries/knowledge-index.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { reindex } from './index-documents.ts';
import type { Findable } from './prepare-documents.ts';
import { searchKnowledge } from './search-knowledge.ts';

const now = new Date('2026-03-02T09:00:00Z');
const always = { validFrom: null, validUntil: null };
const article = (ref: string, carrier: string, title: string, keywords: string, body: string): Findable => {
  return { kind: 'article', ref, carrier, title, keywords, body, ...always };
};
const docs: Findable[] = [
  article('roaming', '', 'Роуминг за границей', '', 'Подключите услугу до поездки. Интернет стоит дорого.'),
  article(
    'payment',
    '',
    'Обещанный платёж',
    '',
    'Команда *111*123# даёт деньги в долг, когда баланс ниже нуля.',
  ),
  article('mts-balance', 'mts', 'Баланс на МТС', '', 'Наберите *100# и вызов.'),
  article('beeline-balance', 'beeline', 'Баланс на Билайне', '', 'Наберите *102# и вызов.'),
  article('sim', '', 'Замена SIM-карты', 'симка сломалась', 'Нужен паспорт. Номер и тариф сохраняются.'),
  { ...article('old', '', 'Старая акция', '', 'Скидка'), validUntil: now },
  { ...article('coming', '', 'Новая акция', '', 'Скидка'), validFrom: new Date(now.getTime() + 1) },
  {
    kind: 'option',
    ref: 'PE0215',
    carrier: 'mts',
    title: 'Забугорище',
    keywords: 'PE0215',
    body: '',
    ...always,
  },
];

const { db } = await openTestTenant();
await commit(db, reindex(db, [], docs));
const ask = (text: string, carrier: string | null = null) =>
  searchKnowledge(db, { text, carrier, now, limit: 5, isTyping: true });
const refs = async (text: string, carrier: string | null = null) =>
  (await ask(text, carrier)).docs.map(({ ref }) => ref);

test.each([
  ['inflected', 'роуминга', 'roaming'],
  ['inflected otherwise', 'замену сим-карт', 'sim'],
  ['with е for ё', 'обещанного платежа', 'payment'],
  ['with a letter lost', 'роуинг', 'roaming'],
  ['by ear', 'абещанный плотеж', 'payment'],
  ['with letters swapped', 'зменаа симки', 'sim'],
  ['by a synonym', 'инет', 'roaming'],
  ['by a phrase that means the same', 'за рубежом', 'roaming'],
  ['in the wrong layout', 'hjevbyu', 'roaming'],
  ['by half a word', 'роум', 'roaming'],
  ['by a code', '*111*123#', 'payment'],
  ['by half a code', '*10', 'mts-balance'],
  ['by the code of an option', 'PE0215', 'PE0215'],
  ['among words that are nowhere', 'здравствуйте скажите роуминг фывапр', 'roaming'],
  ['in Latin letters', 'sim', 'sim'],
])('an article is found %s', async (_how, text, ref) => {
  expect((await refs(text))[0]).toBe(ref);
});

test('a carrier sees what is its own and what is everybody’s', async () => {
  expect(await refs('баланс')).toEqual(expect.arrayContaining(['mts-balance', 'beeline-balance', 'payment']));
  expect(await refs('баланс', 'mts')).not.toContain('beeline-balance');
  expect(await refs('баланс', 'mts')).toEqual(expect.arrayContaining(['mts-balance', 'payment']));
});

test('what holds no longer, or not yet, is not found', async () => {
  expect(await refs('акция')).toEqual([]);
});

test.each([
  ['nothing', ''],
  ['blanks', '   '],
  ['stop words', 'как и что'],
  ['quotes', '"""'],
  ['operators', 'AND OR NOT NEAR('],
  ['a column filter', 'title : x'],
  ['an asterisk', '*'],
  ['a statement', "'); drop table knowledge_docs; --"],
  ['a zero byte', '\u0000'],
  ['emoji', '🙂🙃'],
  ['an unpaired surrogate', '\ud800'],
  ['twenty thousand letters', 'ы'.repeat(20_000)],
  ['twenty thousand letters of a code', `*${'1'.repeat(20_000)}`],
])('%s is a question without an answer, and no failure', async (_what, text) => {
  expect(await refs(text)).toEqual([]);
});

test('twenty thousand characters are read from their beginning', async () => {
  expect(await refs(`роуминг ${'слово '.repeat(4000)}`)).toEqual(['roaming']);
});

test('the words found are told, for the marks of a snippet', async () => {
  expect([...(await ask('роуминга')).terms]).toContain('роуминг');
  expect([...(await ask('баланс')).terms]).not.toContain('деньг');
});

test('an article put in the place of another is found by its new words alone', async () => {
  const old = await listDocsByRef(db, 'article', '', ['sim']);
  await commit(db, reindex(db, old, [article('sim', '', 'Замена пластика', '', 'Иначе')]));
  expect(await refs('паспорт')).toEqual([]);
  expect(await refs('пластик')).toEqual(['sim']);
});
