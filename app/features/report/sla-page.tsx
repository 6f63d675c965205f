import { useTranslation } from 'react-i18next';
import { useTermWords } from '#app/features/service-terms/use-term-words.ts';
import { ApartTable } from './apart-table.tsx';
import { ComparedTable } from './compared-table.tsx';
import { CourseChart } from './course-chart.tsx';
import { PortalPage } from './portal-page.tsx';
import type { SlaView } from './read-portal.ts';

export function SlaPage({ view: { around, targets, carrier, carriers, courses, apart } }: { view: SlaView }) {
  const { t } = useTranslation('report');
  const { titleOf } = useTermWords();
  return (
    <PortalPage title={t('sla.title')} note={t('sla.note')} around={around}>
      <ComparedTable title={t('sla.targets')} rows={targets} />
      {courses.map((course) => {
        const metric = course.figures[0]?.metric ?? 'resolution';
        return (
          <CourseChart
            key={metric}
            title={t('sla.days', { metric: titleOf(metric) })}
            course={course}
            annotations={around.annotations}
          />
        );
      })}
      {apart.map((one) => (
        <ApartTable key={one.by} apart={one} />
      ))}
      <ComparedTable title={t('overview.carrier')} note={t('overview.carrierNote')} rows={carrier} />
      <ApartTable apart={carriers} title={t('sla.carriers')} />
    </PortalPage>
  );
}
