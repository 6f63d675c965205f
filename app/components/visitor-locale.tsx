import { createContext, useContext } from 'react';
import type { Locale } from '#app/platform/i18n.ts';

/** The visitor's language, for a page that could not load even that. */
export const VisitorLocaleContext = createContext<Locale>('ru');

export function useVisitorLocale(): Locale {
  return useContext(VisitorLocaleContext);
}
