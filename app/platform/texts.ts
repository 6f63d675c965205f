import { resources } from '#app/locales/resources.ts';
import type { Locale } from './i18n.ts';

/** All texts of a language, for what is written outside a page: a file, a record. */
export function textsOf(locale: Locale) {
  return resources[locale];
}
