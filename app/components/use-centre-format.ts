import { useTranslation } from 'react-i18next';
import { type Format, formatFor } from '#app/platform/format.ts';

/** How the pages of no client company write time: the contact centre's own clock. */
export function useCentreFormat(): Format {
  const { i18n } = useTranslation();
  const locale = i18n.language === 'en' ? 'en' : 'ru';
  return formatFor(locale, 'Europe/Moscow');
}
