import { expect, test } from 'vitest';
import { termsOf } from './analyse-text.ts';
import { readMeanings, readSynonyms } from './synonyms.ts';
import { tradeSynonyms } from './trade-synonyms.ts';

const synonyms = readSynonyms([
  'инет, интернет',
  'личный кабинет, лк',
  'обещанка, обещанный платёж, в долг',
  'и, на',
]);
const meaningsOf = (text: string) =>
  readMeanings(termsOf(text), synonyms).map(({ terms, others }) => [
    terms.join(' '),
    others.map((phrase) => phrase.join(' ')),
  ]);

test.each([
  ['инета', [['инет', ['интернет']]]],
  [
    'пароль личного кабинета',
    [
      ['парол', []],
      ['личн кабинет', ['лк']],
    ],
  ],
  [
    'личный тариф',
    [
      ['личн', []],
      ['тариф', []],
    ],
  ],
  ['обещанка', [['обещанк', ['обеща платеж', 'долг']]]],
  ['', []],
])('%j means %j', (text, meanings) => {
  expect(meaningsOf(text)).toEqual(meanings);
});

test('every set of the trade has two phrases at least, and none stands for two sets', () => {
  const all = tradeSynonyms.map((line) => line.split(',').map((phrase) => termsOf(phrase).join(' ')));
  expect(all.filter((set) => new Set(set).size < 2)).toEqual([]);
  const owners = new Map<string, number>();
  for (const set of all) for (const phrase of new Set(set)) owners.set(phrase, (owners.get(phrase) ?? 0) + 1);
  expect([...owners].filter(([, count]) => count > 1)).toEqual([]);
});
