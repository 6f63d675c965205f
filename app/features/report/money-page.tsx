import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { NothingHere } from '#app/components/nothing-here.tsx';
import { Section } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { SettlementTable } from '#app/features/service-terms/settlement-table.tsx';
import { FactTable } from './fact-table.tsx';
import { PortalPage } from './portal-page.tsx';
import type { MoneyView } from './read-portal.ts';

export function MoneyPage({ view }: { view: MoneyView }) {
  const { t } = useTranslation('report');
  const { format } = useDesk();
  const { around, settlement, feeKopecks } = view;
  const { period } = around;
  return (
    <PortalPage title={t('money.title')} note={t('money.note')} around={around}>
      <Section title={t('money.settled', { month: format.period(period.from, period.to) })}>
        {settlement ? (
          <>
            {period.isRunning ? <Text c="dimmed">{t('money.provisional')}</Text> : null}
            <SettlementTable settlement={settlement} feeKopecks={feeKopecks} />
          </>
        ) : (
          <NothingHere text={t('money.noTerms')} hint={t('money.noTermsHint')} />
        )}
      </Section>
      <Goodwill view={view} />
    </PortalPage>
  );
}

function Goodwill({ view: { goodwill, goodwillBefore } }: { view: MoneyView }) {
  const { t } = useTranslation('report');
  const { format } = useDesk();
  if (goodwill.decisions === 0 && goodwillBefore.decisions === 0)
    return (
      <Section title={t('money.goodwill')}>
        <Text c="dimmed">{t('money.noGoodwill')}</Text>
      </Section>
    );
  const factsOf = (month: MoneyView['goodwill']) => ({
    given: format.money(month.kopecks),
    decisions: format.count(month.decisions),
    stayed: format.count(month.stayed),
    left: format.count(month.left),
    unknown: format.count(month.decisions - month.stayed - month.left),
    rated: format.count(month.rated),
  });
  const [now, before] = [factsOf(goodwill), factsOf(goodwillBefore)];
  return (
    <FactTable
      title={t('money.goodwill')}
      heads={{ value: t('column.value'), before: t('column.before') }}
      rows={(['given', 'decisions', 'stayed', 'left', 'unknown', 'rated'] as const).map((name) => ({
        name: t(`money.${name}`),
        value: now[name],
        before: before[name],
      }))}
    />
  );
}
