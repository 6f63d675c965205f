import { useTranslation } from 'react-i18next';
import { CohortSection } from '#app/features/churn/cohort-section.tsx';
import { ReasonSection } from '#app/features/churn/reason-section.tsx';
import { FigureValue } from '#app/features/metric/figure-value.tsx';
import { ApartTable } from './apart-table.tsx';
import { BaseMonths } from './base-months.tsx';
import { CohortChart } from './cohort-chart.tsx';
import { ComparedTable } from './compared-table.tsx';
import { PortalPage } from './portal-page.tsx';
import type { BaseView } from './read-base.ts';

export function BasePage({ view }: { view: BaseView }) {
  const { t } = useTranslation('report');
  return (
    <PortalPage title={t('base.title')} note={t('base.note')} around={view.around}>
      <ComparedTable title={t('base.month')} rows={view.compared} />
      <BaseMonths view={view} />
      <ApartTable apart={view.carriers} />
      <ApartTable apart={view.plans} />
      <CohortChart cohorts={view.cohorts} />
      <CohortSection cohorts={view.cohorts} showSize={({ joined }) => <FigureValue figure={joined} />} />
      <ReasonSection reasons={view.reasons} kinds={view.kinds} uncounted={view.uncounted} />
    </PortalPage>
  );
}
