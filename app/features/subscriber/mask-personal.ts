import { maskMsisdn } from './phone.ts';

/** A Russian mobile number as people type it into a text; never a part of an id. */
const typedNumber = /(?<![\w-])(?:\+?7|8)?[\s(-]*(9\d{2})[\s)-]*(\d{3})[\s-]*(\d{2})[\s-]*(\d{2})(?![\w-])/g;
const email = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;

/** A text without the full numbers and addresses that somebody typed into it. */
export function maskText(text: string): string {
  return text
    .replace(typedNumber, (_all, ...[a, b, c, d]: string[]) =>
      ` ${maskMsisdn(`+7${a}${b}${c}${d}`)}`.trimStart(),
    )
    .replace(email, '•••@•••');
}

/** Everything a page is given, for a reader who must not learn numbers and addresses: every text is masked. */
export function maskPersonal<T>(value: T): T {
  if (typeof value === 'string') return maskText(value) as T;
  if (Array.isArray(value)) return value.map(maskPersonal) as T;
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, maskPersonal(inner)])) as T;
}
