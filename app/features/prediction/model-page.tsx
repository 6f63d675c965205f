import { useTranslation } from 'react-i18next';
import { Page } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { CourseSection } from './course-section.tsx';
import { ModelSections } from './model-sections.tsx';
import type { ModelView } from './read-model-page.ts';
import { TrainingSection } from './training-section.tsx';

/** The model that foretells who will not pay: what it was made from, how it holds, and how to train it anew. */
export function ModelPage(view: ModelView) {
  const { t } = useTranslation('prediction');
  const { workplace } = useDesk();
  const action = `/t/${workplace.slug}/plan/debt/forecast/trainings`;
  return (
    <Page title={t('title')} note={t('note')}>
      <ModelSections target="nonpayment" {...view} />
      <CourseSection months={view.months} ahead={view.ahead} />
      <TrainingSection target="nonpayment" action={action} {...view} />
    </Page>
  );
}
