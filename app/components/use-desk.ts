import { useTranslation } from 'react-i18next';
import { useRouteLoaderData } from 'react-router';
import type { DeskFrame } from '#app/platform/desk-frame.ts';
import { type Format, formatFor } from '#app/platform/format.ts';

/** The desk this page stands on. Throws outside `/t/:tenant`. */
export function useDesk(): DeskFrame & { format: Format; home: string; carrierTitle(id: string): string } {
  const desk: DeskFrame | undefined = useRouteLoaderData('routes/desk/layout');
  const { i18n } = useTranslation();
  if (!desk) throw new Error('useDesk is for pages under /t/:tenant.');
  const { timeZone, slug } = desk.workplace;
  const locale = i18n.language === 'en' ? 'en' : 'ru';
  return {
    ...desk,
    format: formatFor(locale, timeZone),
    home: `/t/${slug}/desk`,
    carrierTitle: (id) => desk.carriers[id] ?? id,
  };
}
