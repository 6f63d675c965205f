import { useTranslation } from 'react-i18next';
import { useTermWords } from '#app/features/service-terms/use-term-words.ts';
import { ApartTable } from './apart-table.tsx';
import { ComparedTable } from './compared-table.tsx';
import { CourseChart } from './course-chart.tsx';
import { PortalPage } from './portal-page.tsx';
import type { QualityView } from './read-portal.ts';

export function QualityPage({ view }: { view: QualityView }) {
  const { t } = useTranslation('report');
  const { titleOf } = useTermWords();
  const { around } = view;
  return (
    <PortalPage title={t('quality.title')} note={t('quality.note')} around={around}>
      <ComparedTable title={t('quality.reviews')} rows={view.reviews} />
      <CourseChart
        title={t('overview.months', { metric: titleOf('satisfaction') })}
        course={view.course}
        annotations={around.annotations}
      />
      <ComparedTable title={t('quality.accuracy')} note={t('quality.accuracyNote')} rows={view.accuracy} />
      <ComparedTable
        title={t('quality.complaints')}
        note={t('quality.complaintsNote')}
        rows={view.complaints}
      />
      <ApartTable apart={view.carriers} />
    </PortalPage>
  );
}
