import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { daysPastDue } from '#app/features/receivable/ageing.ts';
import { formatMsisdn } from '#app/features/subscriber/phone.ts';
import styles from './cabinet.module.css';
import type { Overview } from './read-overview.ts';
import { useCabinet } from './use-cabinet.ts';

type Debt = Overview['debts'][number];

/** What is owed and by when; said calmly, red only when it is late. */
export function DebtSum({ debt, today, to }: { debt: Debt; today: string; to: string }) {
  const { t } = useTranslation('cabinet');
  const { format } = useCabinet();
  const { balanceKopecks, msisdn, accountNumber, changedAt } = debt;
  const isOwed = balanceKopecks > 0;
  const whose = msisdn ? formatMsisdn(msisdn) : t('debt.account', { number: accountNumber });
  const sum = isOwed ? t('debt.toPay') : balanceKopecks < 0 ? t('debt.ahead') : t('debt.nothing');
  return (
    <Link to={to} className={styles.debt} data-late={isLate(debt, today)}>
      <span className={styles.rowText}>
        <span className={styles.quiet}>
          {sum} · {whose}
        </span>
        <span className={styles.sum}>{format.money(Math.abs(balanceKopecks))}</span>
        <DueWord debt={debt} today={today} />
        <span className={styles.small}>{t('debt.source', { at: format.moment(changedAt) })}</span>
      </span>
      <span className={styles.more}>{isOwed ? t('debt.open') : t('debt.history')}</span>
    </Link>
  );
}

const isLate = ({ balanceKopecks, oldestDueOn, disputedKopecks }: Debt, today: string) =>
  balanceKopecks > 0 && disputedKopecks === 0 && oldestDueOn !== null && oldestDueOn < today;

function DueWord({ debt, today }: { debt: Debt; today: string }) {
  const { t } = useTranslation('cabinet');
  const { onDay } = useCabinet();
  const { balanceKopecks, oldestDueOn, disputedKopecks } = debt;
  if (disputedKopecks > 0) return <span className={styles.due}>{t('debt.disputed')}</span>;
  if (balanceKopecks <= 0 || !oldestDueOn) return null;
  if (!isLate(debt, today))
    return <span className={styles.due}>{t('debt.by', { on: onDay(oldestDueOn) })}</span>;
  const count = daysPastDue(oldestDueOn, today);
  return <span className={styles.late}>{t('debt.late', { count, on: onDay(oldestDueOn) })}</span>;
}
