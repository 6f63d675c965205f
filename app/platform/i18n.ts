import { createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { resources } from '#app/locales/resources.ts';

export type Locale = 'ru' | 'en';

/** Texts in one language, ready at once: a request on the server must not share it with another. */
export function createTexts(locale: Locale): i18n {
  const texts = createInstance();
  texts.use(initReactI18next).init({
    lng: locale,
    resources,
    defaultNS: 'common',
    ns: Object.keys(resources.ru),
    initAsync: false,
    // React escapes what it shows.
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  return texts;
}

/** The person's language; a visitor's by what his browser asks for first. Russian unless English. */
export function chooseLocale(personal: Locale | undefined, acceptLanguage: string | null): Locale {
  if (personal) return personal;
  return acceptLanguage?.trim().toLowerCase().startsWith('en') ? 'en' : 'ru';
}
