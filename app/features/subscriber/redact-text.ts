import { maskText } from './mask-personal.ts';

/** Stands for what is not told. */
export const untold = '•••';

const link = /\bhttps?:\/\/\S+/giu;
/** Of a passport, a card, a SIM, a town line: ten digits and more, however they are parted. */
const longNumber = /(?<![\w•])\+?\d(?:[\s()-]{0,2}\d){9,19}(?!\w)/gu;
const street =
  /(?<!\p{L})(?:ул|улиц\p{L}{1,3}|пр-?к?т|проспект\p{L}{0,2}|пер|переул\p{L}{2,4}|ш|шоссе|б-р|бульвар\p{L}{0,2}|наб|набережн\p{L}{2}|пл|площад\p{L}{1,2}|проезд\p{L}{0,2})(?:\.|\s)\s*[\p{L}\d«][\p{L}\d«»\s-]{1,40}/giu;
const house = /(?<!\p{L})(?:дом|д|корпус|корп|к|стр|квартир\p{L}|кв)(?:\.\s*|\s+)\d+\p{L}?(?!\p{L})/giu;
/** Name and patronymic, and what stands before them. */
const patronymic =
  /(?:\p{Lu}\p{Ll}+\s+){0,2}\p{Lu}\p{Ll}+(?:ович|евич|ьич|инич|овн|евн|ичн)(?:а|у|ы|е|ем|ом|ой)?(?!\p{L})(?:\s+\p{Lu}\p{Ll}+)?/gu;
const introduced =
  /((?:меня зовут|с уважением|моя фамилия|my name is|regards)[\s,:—-]*)\p{Lu}\p{Ll}+(?:\s+\p{Lu}[\p{Ll}.]*)*/giu;

/**
 * A text without what tells a person: the names given, in any case of theirs, names that give themselves away by
 * their form, numbers, e-mails, links, streets and houses.
 */
export function redactText(text: string, names: readonly string[]): string {
  const plain = maskText(text)
    .replace(link, untold)
    .replace(longNumber, untold)
    .replace(street, untold)
    .replace(house, untold)
    .replace(introduced, `$1${untold}`)
    .replace(patronymic, untold);
  return namePatterns(names).reduce((before, pattern) => before.replace(pattern, untold), plain);
}

/** An ending of up to three letters may change: Серова, Серовой; Пётр, Петра. */
function namePatterns(names: readonly string[]): RegExp[] {
  const words = new Set(names.flatMap((name) => name.match(/[\p{L}\d]{2,}/gu) ?? []));
  return [...words].map((word) => {
    const stem = word.length < 4 ? word : word.replace(/[аеёийоуыьэюя]{1,2}$/iu, '');
    const letters = [...stem].map((letter) => (/[её]/iu.test(letter) ? '[её]' : letter)).join('');
    return new RegExp(`(?<!\\p{L})${letters}\\p{L}{0,3}(?!\\p{L})`, 'giu');
  });
}
