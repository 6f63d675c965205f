import { stemmer } from '@orama/stemmers/russian';
import { stopWords } from './stop-words.ts';

/** A word of a text: as it is indexed, as it was written, and where it stands. */
export type Term = { term: string; word: string; start: number; end: number };

/** A dialled code such as *100#, or a run of letters and digits. */
const pieces = /[*#]+\d[\d*#]*|[\p{L}\p{M}\d]+/gu;
/** «5гб»: a number and its unit. Latin stays together: 4g. */
const numberWithUnit = /^(\d+)([а-я]+)$/;
const cyrillic = /^[а-я]+$/;
/** Forms whose stems differ by more than an ending. */
const irregular: Readonly<Record<string, string>> = {
  денег: 'деньг',
  люди: 'человек',
  людей: 'человек',
  писем: 'письм',
  дети: 'ребенк',
  детей: 'ребенк',
};
/** What is longer is no word; it is known by its beginning. */
const longestWord = 40;
const mostStemsKept = 50_000;
const stems = new Map<string, string>();

/**
 * The words of a text as the index knows them: lower case, ё as е, stemmed, without stop words. The same
 * function serves index and query. Dialled codes become one word: `*111*217#` is `u111x217`.
 */
export function analyseText(text: string): Term[] {
  return [...text.matchAll(pieces)].flatMap(({ 0: piece, index }) => termsOfPiece(piece, index));
}

/** The terms alone, in their order. */
export function termsOf(text: string): string[] {
  return analyseText(text).map(({ term }) => term);
}

function termsOfPiece(piece: string, start: number): Term[] {
  const end = start + piece.length;
  if (/^[*#]/.test(piece)) return [{ term: codeTerm(piece), word: piece, start, end }];
  const word = foldWord(piece);
  const [, digits, unit] = numberWithUnit.exec(word) ?? [];
  if (digits && unit) {
    const middle = start + digits.length;
    return [
      { term: digits, word: digits, start, end: middle },
      { term: stemWord(unit), word: unit, start: middle, end },
    ];
  }
  if (stopWords.has(word)) return [];
  return [{ term: stemWord(word), word, start, end }];
}

/** `u` marks a code, so that *100# is not the number 100; `x` parts its numbers. */
function codeTerm(code: string): string {
  return `u${code.match(/\d+/g)?.join('x') ?? ''}`.slice(0, longestWord);
}

function foldWord(word: string): string {
  return word.slice(0, longestWord).normalize('NFC').toLowerCase().replaceAll('ё', 'е');
}

/**
 * Snowball's stem without the vowel that flees: заявок and заявка, звонок and звонка meet. It bends other
 * stems too, which does no harm as long as nobody else makes terms.
 */
export function stemWord(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const stem = cyrillic.test(word) ? withoutFleetingVowel(irregular[word] ?? stemmer(word)) : word;
  if (stems.size >= mostStemsKept) stems.clear();
  stems.set(word, stem);
  return stem;
}

function withoutFleetingVowel(stem: string): string {
  return stem.length > 3 ? stem.replace(/[ое](?=[кцн]$)/, '') : stem;
}
