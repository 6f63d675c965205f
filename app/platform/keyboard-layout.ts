const latin = '`qwertyuiop[]asdfghjkl;\'zxcvbnm,.~QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>/?@#$^&';
const russian = 'ёйцукенгшщзхъфывапролджэячсмитьбюЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ.,"№;:?';

const toRussian = new Map([...latin].map((key, index) => [key, russian[index] ?? key]));
const toLatin = new Map([...russian].map((key, index) => [key, latin[index] ?? key]));

/**
 * What the same keys type in the other layout: `ghbdtn` is привет, `ьеы` is mts. A text with Cyrillic
 * letters becomes Latin, any other becomes Cyrillic.
 */
export function retypeText(text: string): string {
  const table = /\p{Script=Cyrillic}/u.test(text) ? toLatin : toRussian;
  return [...text].map((letter) => table.get(letter) ?? letter).join('');
}
