import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { NothingHere } from '#app/components/nothing-here.tsx';
import { Section } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { SettlementTable } from '#app/features/service-terms/settlement-table.tsx';
import { ComparedTable } from './compared-table.tsx';
import { PortalPage } from './portal-page.tsx';
import type { MoneyView } from './read-portal.ts';

export function MoneyPage({ view }: { view: MoneyView }) {
  const { t } = useTranslation('report');
  const { format } = useDesk();
  const { around, settlement, feeKopecks, promised } = view;
  const { period } = around;
  return (
    <PortalPage title={t('money.title')} note={t('money.note')} around={around}>
      <Section title={t('money.settled', { month: format.period(period.from, period.to) })}>
        {settlement ? (
          <>
            {period.isRunning ? <Text c="dimmed">{t('money.provisional')}</Text> : null}
            <SettlementTable settlement={settlement} feeKopecks={feeKopecks} figures={promised} />
          </>
        ) : (
          <NothingHere text={t('money.noTerms')} hint={t('money.noTermsHint')} />
        )}
      </Section>
      <ComparedTable title={t('money.goodwill')} note={t('money.goodwillNote')} rows={view.goodwill} />
    </PortalPage>
  );
}
