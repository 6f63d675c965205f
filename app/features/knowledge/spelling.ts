/** Shorter words have too many neighbours to be corrected. */
const shortestWord = 4;
const correctable = /^(?!u\d)\p{L}+$/u;

/** Unstressed vowels sound alike, consonants lose their voice, soft and hard signs are forgotten. */
const sounds: Readonly<Record<string, string>> = {
  о: 'а',
  е: 'и',
  э: 'и',
  ы: 'и',
  й: 'и',
  я: 'и',
  ю: 'у',
  б: 'п',
  в: 'ф',
  г: 'к',
  д: 'т',
  ж: 'ш',
  з: 'с',
  щ: 'ш',
  ъ: '',
  ь: '',
};

/** How a word sounds to one who writes by ear: both «роуминг» and «раумиг» come near `раумик`. */
export function soundOf(word: string): string {
  const folded = [...word].map((letter) => sounds[letter] ?? letter).join('');
  return folded
    .replace(/тс|дс/g, 'ц')
    .replace(/стн/g, 'сн')
    .replace(/(.)\1+/g, '$1');
}

/**
 * The spellings under which a word is found: its sound, and that sound with one letter left out. Two words
 * that share a spelling differ by one slip or by what the ear does not tell. None for numbers, codes and
 * short words.
 */
export function spellingsOf(word: string): string[] {
  if (word.length < shortestWord || !correctable.test(word)) return [];
  const sound = soundOf(word);
  const shortened = [...sound].map((_letter, index) => sound.slice(0, index) + sound.slice(index + 1));
  return [...new Set([sound, ...shortened])].filter((spelling) => spelling.length > 2);
}

/** How many slips of the finger part two words: a letter too many, missing, wrong, or two in the wrong order. */
export function slipsBetween(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const isSame = a[row - 1] === b[column - 1];
      let slips = Math.min(
        at(last, column) + 1,
        at(current, column - 1) + 1,
        at(last, column - 1) + (isSame ? 0 : 1),
      );
      const isSwapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (isSwapped) slips = Math.min(slips, at(beforeLast, column - 2) + 1);
      current.push(slips);
    }
    [beforeLast, last] = [last, current];
  }
  return at(last, b.length);
}

function at(row: number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}
