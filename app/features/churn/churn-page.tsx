import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Page } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { BaseSection } from './base-section.tsx';
import { CohortSection } from './cohort-section.tsx';
import { DefinitionSection } from './definition-section.tsx';
import { DepartureImport } from './departure-import.tsx';
import type { ChurnView } from './read-churn-page.ts';
import { ReasonSection } from './reason-section.tsx';
import { UsageImport } from './usage-import.tsx';

/** The active base, who leaves it and why, and what counts as leaving. */
export function ChurnPage({ view }: { view: ChurnView }) {
  const { t } = useTranslation('churn');
  const { format, workplace } = useDesk();
  const toRisk = (
    <Anchor component={Link} to={`/t/${workplace.slug}/plan/churn/risk`}>
      {t('risk.title')}
    </Anchor>
  );
  return (
    <Page title={t('title')} note={t('note')} actions={toRisk}>
      <BaseSection months={view.months} recent={view.recent} />
      <ReasonSection {...view} />
      <CohortSection cohorts={view.cohorts} showSize={({ lines }) => format.count(lines)} />
      <DefinitionSection {...view} />
      {view.mayWrite ? <DepartureImport /> : null}
      {view.mayWrite ? <UsageImport /> : null}
    </Page>
  );
}
