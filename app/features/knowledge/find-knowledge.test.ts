import { expect, test } from 'vitest';
import { commit } from '#db/commit.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { findKnowledge, suggestArticles } from './find-knowledge.ts';
import { reindex } from './index-documents.ts';
import type { Findable } from './prepare-documents.ts';

const now = new Date('2026-03-02T09:00:00Z');
const doc = (ref: string, carrier: string, title: string, keywords: string): Findable => {
  return { kind: 'option', ref, carrier, title, keywords, body: '', validFrom: null, validUntil: null };
};
const { db } = await openTestTenant();
await commit(
  db,
  reindex(
    db,
    [],
    [
      doc('roaming', '', 'Роуминг', 'за границей'),
      doc('sim', '', 'Замена SIM-карты', 'сломалась'),
      doc('mts-only', 'mts', 'Замена тарифа', ''),
    ],
  ),
);

const letter =
  'Добрый день! Вчера у меня сломалась симка, телефон её не видит. Что делать? С уважением, Иван';

test('the words of a letter find what it is about', async () => {
  const [first] = await suggestArticles(db, { text: letter, carrier: null, now });
  expect(first?.ref).toBe('sim');
});

test('a letter about something else suggests nothing', async () => {
  expect(await suggestArticles(db, { text: 'Спасибо за помощь!', carrier: null, now })).toEqual([]);
});

test('no article of another carrier is suggested', async () => {
  const hits = await suggestArticles(db, { text: 'замена', carrier: 'beeline', now });
  expect(hits.map(({ ref }) => ref)).toEqual(['sim']);
});

test('a letter of a megabyte is read from its beginning', async () => {
  const hits = await suggestArticles(db, {
    text: `${letter} ${'слово '.repeat(170_000)}`,
    carrier: null,
    now,
  });
  expect(hits[0]?.ref).toBe('sim');
});

test('what was asked is marked in the title and nothing else is', async () => {
  const { hits } = await findKnowledge(db, { text: 'замены', carrier: 'beeline', now });
  expect(hits[0]?.title).toEqual([
    { text: 'Замена', isHit: true },
    { text: ' SIM-карты', isHit: false },
  ]);
});
