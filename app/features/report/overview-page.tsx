import { useTranslation } from 'react-i18next';
import { useTermWords } from '#app/features/service-terms/use-term-words.ts';
import { ApartTable } from './apart-table.tsx';
import { ComparedTable } from './compared-table.tsx';
import { CourseChart } from './course-chart.tsx';
import { PortalPage } from './portal-page.tsx';
import type { OverviewView } from './read-portal.ts';

export function OverviewPage({ view }: { view: OverviewView }) {
  const { t } = useTranslation('report');
  const { titleOf } = useTermWords();
  const { around } = view;
  return (
    <PortalPage title={t('overview.title')} note={t('overview.note')} around={around}>
      <ComparedTable title={t('overview.promises')} rows={view.promises} />
      <CourseChart
        title={t('overview.months', { metric: titleOf('serviceLevel') })}
        course={view.course}
        annotations={around.annotations}
      />
      <ComparedTable title={t('overview.carrier')} note={t('overview.carrierNote')} rows={view.carrier} />
      <ApartTable apart={view.carriers} />
      <ComparedTable title={t('overview.people')} rows={view.people} />
      <ComparedTable title={t('overview.backlog')} rows={view.backlog} />
      <ApartTable apart={view.ages} />
    </PortalPage>
  );
}
