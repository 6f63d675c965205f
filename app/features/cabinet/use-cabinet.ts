import { useTranslation } from 'react-i18next';
import { useRouteLoaderData } from 'react-router';
import { type Format, formatFor } from '#app/platform/format.ts';
import type { loader } from '#app/routes/cabinet/layout.tsx';

/** The cabinet this page stands in. Throws outside `/my/:tenantSlug`. */
export function useCabinet() {
  const cabinet = useRouteLoaderData<typeof loader>('routes/cabinet/layout');
  const { i18n } = useTranslation();
  if (!cabinet) throw new Error('useCabinet is for pages under /my/:tenantSlug.');
  const format: Format = formatFor(i18n.language === 'en' ? 'en' : 'ru', cabinet.timeZone);
  return {
    ...cabinet,
    format,
    home: `/my/${cabinet.slug}`,
    carrierTitle: (id: string) => cabinet.carrierTitles[id] ?? id,
    /** A date of the company's calendar, as `21 ноября`. */
    onDay: (date: string) => formatFor(i18n.language === 'en' ? 'en' : 'ru', 'UTC').day(new Date(date)),
  };
}
