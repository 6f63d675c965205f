import { readFileSync } from 'node:fs';
import { retypeText } from '#app/platform/keyboard-layout.ts';
import { createDraws, type Draws } from '#seeds/draws.ts';

/** `expects`: slugs of the articles that answer it, all of them. */
export type EvalQuery = { text: string; expects: string[] };

/** The questions as people wrote them. */
export function readQueries(): EvalQuery[] {
  const text = readFileSync(new URL('./knowledge-queries.txt', import.meta.url), 'utf8');
  const [, ...sections] = text.split(/^= /m);
  return sections.flatMap((section) => {
    const [names = '', ...lines] = section.split('\n');
    const expects = names.split(',').map((name) => name.trim());
    return lines.filter((line) => line.trim() !== '').map((line) => ({ text: line, expects }));
  });
}

/** The questions once as they are, then inflected, misspelt and typed in the wrong layout, `count` in all. */
export function expandQueries(queries: readonly EvalQuery[], count: number, seed: number): EvalQuery[] {
  const draws = createDraws(seed);
  const bent = Array.from({ length: count - queries.length }, (_, index) => {
    const query = queries[index % queries.length] as EvalQuery;
    return { ...query, text: bendText(query.text, draws) };
  });
  return [...queries, ...bent];
}

function bendText(text: string, draws: Draws): string {
  const how = draws.weigh({ inflect: 40, misspell: 45, both: 11, retype: 4 });
  if (how === 'retype') return retypeText(text);
  const inflected = how === 'misspell' ? text : changeWord(text, draws, inflect);
  return how === 'inflect' ? inflected : changeWord(inflected, draws, misspell);
}

const longWord = /[а-яё]{5,}/gi;

function changeWord(text: string, draws: Draws, change: (word: string, draws: Draws) => string): string {
  const words = [...text.matchAll(longWord)];
  if (words.length === 0) return text;
  const { 0: word, index } = draws.pick(words);
  return text.slice(0, index) + change(word, draws) + text.slice(index + word.length);
}

/** Endings that go over into one another as a word is inflected. */
const declensions = [
  ['ть', 'л', 'ла', 'ли'],
  ['ия', 'ии', 'ию', 'ией'],
  ['ие', 'ия', 'ию', 'ием', 'ии'],
  ['ый', 'ого', 'ому', 'ым', 'ые', 'ых'],
  ['ая', 'ой', 'ую', 'ые', 'ых'],
  ['ка', 'ки', 'ке', 'ку', 'кой'],
  ['а', 'ы', 'е', 'у', 'ой', 'ам'],
  ['ь', 'и', 'ью', 'ям'],
];
const afterConsonant = ['', 'а', 'у', 'ом', 'е', 'ы', 'ов', 'ами'];

function inflect(word: string, draws: Draws): string {
  const endings = declensions.find(([ending = '']) => word.endsWith(ending));
  if (endings) return word.slice(0, -(endings[0]?.length ?? 0)) + draws.pick(endings);
  return /[бвгджзклмнпрстфх]$/.test(word) ? word + draws.pick(afterConsonant) : word;
}

const soundsAlike: Record<string, string> = {
  о: 'а',
  а: 'о',
  е: 'и',
  и: 'е',
  я: 'е',
  д: 'т',
  т: 'д',
  з: 'с',
  б: 'п',
  ё: 'о',
};
const keyRows = ['йцукенгшщзхъ', 'фывапролджэ', 'ячсмитьбю'];

/** One slip: a letter lost, doubled, swapped with the next, replaced by its neighbour's key, or written by ear. */
function misspell(word: string, draws: Draws): string {
  const at = draws.int(1, word.length - 2);
  const [before, letter, next, rest] = [
    word.slice(0, at),
    word[at] ?? '',
    word[at + 1] ?? '',
    word.slice(at + 2),
  ];
  switch (draws.weigh({ lose: 3, double: 2, swap: 3, neighbour: 2, ear: 5 })) {
    case 'lose':
      return before + next + rest;
    case 'double':
      return before + letter + letter + next + rest;
    case 'swap':
      return before + next + letter + rest;
    case 'neighbour':
      return before + neighbourOf(letter) + next + rest;
    case 'ear':
      return before + (soundsAlike[letter] ?? letter) + next + rest;
  }
}

function neighbourOf(letter: string): string {
  const row = keyRows.find((keys) => keys.includes(letter)) ?? letter;
  return row[row.indexOf(letter) + 1] ?? row[row.indexOf(letter) - 1] ?? letter;
}
