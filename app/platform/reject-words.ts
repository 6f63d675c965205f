import enErrors from '#app/locales/en/errors.ts';
import enReceivable from '#app/locales/en/receivable.ts';
import ruErrors from '#app/locales/ru/errors.ts';
import ruReceivable from '#app/locales/ru/receivable.ts';
import type { Locale } from './i18n.ts';

/** The words of a table of rows that were not booked, in a person's language. */
export function rejectWords(locale: Locale) {
  const [errors, { billing }] = locale === 'en' ? [enErrors, enReceivable] : [ruErrors, ruReceivable];
  const { key, account, msisdn, on, due, sum, note, why } = billing.column;
  const texts: Record<string, unknown> = errors;
  return {
    header: [key, account, msisdn, on, due, sum, note, why],
    why: (code: string) => (typeof texts[code] === 'string' ? texts[code] : code),
  };
}
