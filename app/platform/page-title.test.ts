import { expect, test } from 'vitest';
import { titleOf } from './page-title.ts';

const root = { id: 'root', loaderData: { locale: 'en' } };
const desk = { id: 'routes/desk/layout', loaderData: { workplace: { name: 'Alfa' } } };

test.each([
  ['a page of a desk', [root, desk], 'Requests · Alfa · Pult'],
  [
    'what is unread',
    [root, { ...desk, loaderData: { ...desk.loaderData, caseCounts: { unread: 3 } } }],
    '(3) Requests · Alfa · Pult',
  ],
  ['a page of one’s own', [root], 'Requests · Pult'],
  ['an error before anything was loaded', [], 'Заявки · Пульт'],
  ['a layout that failed', [{ ...root, loaderData: undefined }, undefined], 'Заявки · Пульт'],
])('%s', (_, matches, title) => {
  expect(titleOf(matches, (texts) => texts.desk.list.title)).toEqual([{ title }]);
});
