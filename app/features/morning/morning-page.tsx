import { SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Page } from '#app/components/page.tsx';
import { AgentSection } from './agent-section.tsx';
import { DaySection } from './day-section.tsx';
import { DebtSection } from './debt-section.tsx';
import { DecideList } from './decide-list.tsx';
import { HourSection } from './hour-section.tsx';
import { CostSection, ForecastSection } from './plan-section.tsx';
import type { MorningView } from './read-morning.ts';
import { RiskSection } from './risk-section.tsx';
import { StuckSection } from './stuck-section.tsx';
import { TomorrowSection } from './tomorrow-section.tsx';
import { TopicSection } from './topic-section.tsx';

/** The manager's first page of a day: what to decide, yesterday against its plan, and what this day asks for. */
export function MorningPage({ view }: { view: MorningView }) {
  const { t } = useTranslation('morning');
  const pair = { cols: { base: 1, lg: 2 }, spacing: 'lg', verticalSpacing: 'lg' };
  return (
    <Page title={t('title')} note={t('note')}>
      <DecideList view={view} />
      <HourSection view={view} />
      <SimpleGrid {...pair}>
        <DaySection view={view} />
        <TopicSection topics={view.topics} />
      </SimpleGrid>
      <TomorrowSection tomorrow={view.staffing.tomorrow} />
      <SimpleGrid {...pair}>
        <StuckSection stuck={view.due.stuck} />
        <DebtSection debts={view.due.debts} />
      </SimpleGrid>
      <RiskSection risk={view.due.risk} />
      <AgentSection agents={view.agents} />
      <SimpleGrid {...pair}>
        <ForecastSection forecast={view.forecast} />
        <CostSection view={view} />
      </SimpleGrid>
    </Page>
  );
}
