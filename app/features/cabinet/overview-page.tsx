import { Alert, Badge, Button } from '@mantine/core';
import { IconAlertTriangle, IconMessageCirclePlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatMsisdn } from '#app/features/subscriber/phone.ts';
import styles from './cabinet.module.css';
import { CabinetList, CabinetPage, CabinetSection } from './cabinet-page.tsx';
import { caseRowOf } from './case-row.tsx';
import { DebtSum } from './debt-sum.tsx';
import type { Overview } from './read-overview.ts';
import { requestRowOf } from './request-row.tsx';
import { useCabinet } from './use-cabinet.ts';

/** What a subscriber sees first. */
export function OverviewPage({ overview }: { overview: Overview }) {
  const { t } = useTranslation('cabinet');
  const { home } = useCabinet();
  const { lines, debts, troubles, openCases, openRequests, today } = overview;
  const isIdle = openCases.length + openRequests.length === 0;
  return (
    <CabinetPage title={t('nav.overview')}>
      {troubles.map(({ id, banner }) => (
        <Alert key={id} color="yellow" icon={<IconAlertTriangle size={18} />} title={t('overview.trouble')}>
          {banner}
        </Alert>
      ))}
      <div className={styles.debts}>
        {debts.length === 0 ? <p className={styles.quiet}>{t('debt.none')}</p> : null}
        {debts.map((debt) => (
          <DebtSum key={debt.id} debt={debt} today={today} to={`${home}/debts/${debt.id}`} />
        ))}
      </div>
      <CabinetSection title={t('overview.lines', { count: lines.length })}>
        <div className={styles.lines}>
          {lines.map((line) => (
            <LineCard key={line.id} line={line} />
          ))}
        </div>
      </CabinetSection>
      <CabinetSection title={t('overview.now')}>
        {isIdle ? <p className={styles.quiet}>{t('overview.idle')}</p> : null}
        {isIdle ? null : (
          <CabinetList label={t('overview.now')}>
            {openRequests.map(requestRowOf)}
            {openCases.map(caseRowOf)}
          </CabinetList>
        )}
        <div className={styles.deeds}>
          <Button
            component={Link}
            to={`${home}/cases/new`}
            size="md"
            leftSection={<IconMessageCirclePlus size={18} />}
          >
            {t('case.write')}
          </Button>
          <Button component={Link} to={`${home}/cases/new?kind=complaint`} size="md" variant="default">
            {t('case.complain')}
          </Button>
        </div>
      </CabinetSection>
    </CabinetPage>
  );
}

function LineCard({ line }: { line: Overview['lines'][number] }) {
  const { t } = useTranslation('cabinet');
  const { format, carrierTitle } = useCabinet();
  const { msisdn, carrier, tariffName, blockedBy, balanceKopecks, seenAt } = line;
  const plan = [carrierTitle(carrier), tariffName].filter(Boolean).join(' · ');
  const source = seenAt
    ? t('line.seen', { carrier: carrierTitle(carrier), at: format.moment(seenAt) })
    : t('line.fromCompany');
  return (
    <article className={styles.card}>
      <div className={styles.cardHead}>
        <div>
          <div className={styles.number}>{formatMsisdn(msisdn)}</div>
          <div className={styles.quiet}>{plan}</div>
        </div>
        {balanceKopecks === null ? null : (
          <div className={styles.balance}>
            <div className={styles.number}>{format.money(balanceKopecks)}</div>
            <div className={styles.quiet}>{t('line.balance')}</div>
          </div>
        )}
      </div>
      {blockedBy ? (
        <Badge color="red" size="lg" className={styles.badge ?? ''}>
          {t(`line.blocked.${blockedBy}`)}
        </Badge>
      ) : null}
      {balanceKopecks === null ? null : <div className={styles.small}>{source}</div>}
    </article>
  );
}
