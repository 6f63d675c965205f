import { expect, test } from 'vitest';
import { differs, readDraft } from './article-draft.ts';

const draft = (values: Record<string, string>) => ({ version: 2, values, savedAt: 1 });

test.each([
  [null, null],
  ['{', null],
  ['{"version":2}', null],
  [JSON.stringify(draft({ title: ' ', body: '' })), null],
  [JSON.stringify(draft({ title: '', body: 'Текст' })), draft({ title: '', body: 'Текст' })],
])('of %s this is kept: %o', (text, kept) => {
  expect(readDraft(text)).toEqual(kept);
});

test.each([
  [{ title: 'А', body: 'Б' }, { title: 'А', body: 'Б' }, false],
  [{ title: 'А', body: 'Б и ещё' }, { title: 'А', body: 'Б' }, true],
  [{ title: 'Б', body: '' }, null, true],
])('%o beside %o is something else: %s', (values, article, isOther) => {
  expect(differs(draft(values), article)).toBe(isOther);
});
