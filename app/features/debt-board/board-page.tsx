import { Anchor, Group, SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Page } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { AgeingSection } from './ageing-section.tsx';
import { ArmSection } from './arm-section.tsx';
import { ForecastSection } from './forecast-section.tsx';
import { HoldSection, RefusalSection, SuspensionSection } from './now-sections.tsx';
import { PromiseSection } from './promise-section.tsx';
import { RateSection } from './rate-section.tsx';
import type { Board } from './read-board.ts';

/** The manager's board: what is owed, where it goes, what it costs to get back. */
export function BoardPage({ board }: { board: Board }) {
  const { t } = useTranslation('debtBoard');
  const place = `/t/${useDesk().workplace.slug}/plan/debt`;
  return (
    <Page
      title={t('title')}
      note={t('note')}
      actions={
        <Group gap="md">
          <Anchor component={Link} to={`${place}/debtors`}>
            {t('toDebtors')}
          </Anchor>
          <Anchor component={Link} to={`${place}/strategies`}>
            {t('toStrategies')}
          </Anchor>
        </Group>
      }
    >
      <AgeingSection ageing={board.ageing} mayWrite={board.mayWrite} />
      <RateSection rates={board.rates} />
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
        <PromiseSection promises={board.promises} />
        <HoldSection holds={board.holds} />
        <SuspensionSection suspensions={board.suspensions} />
        <RefusalSection refusals={board.refusals} />
      </SimpleGrid>
      <ForecastSection forecast={board.forecast} />
      <ArmSection trial={board.trial} />
    </Page>
  );
}
