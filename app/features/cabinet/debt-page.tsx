import { Alert } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatMsisdn } from '#app/features/subscriber/phone.ts';
import styles from './cabinet.module.css';
import { CabinetList, CabinetPage, CabinetRow, CabinetSection } from './cabinet-page.tsx';
import { DebtOffer } from './debt-offer.tsx';
import { DisputeForm } from './dispute-panel.tsx';
import type { OwnDebt } from './read-debt.ts';
import { useCabinet } from './use-cabinet.ts';

/** What is owed and why, what was agreed about it, and what he may do himself. */
export function DebtPage({ debt, formToken }: { debt: OwnDebt; formToken: string }) {
  const { t } = useTranslation('cabinet');
  const { home, format, onDay } = useCabinet();
  const { msisdn, accountNumber, balanceKopecks, charges, entries, disputes, today } = debt;
  const isOwed = balanceKopecks > 0;
  const isDisputed = disputes.some(({ outcome }) => outcome === null);
  const whose = msisdn ? formatMsisdn(msisdn) : t('debt.account', { number: accountNumber });
  return (
    <CabinetPage title={t('debt.title')} note={whose} back={{ to: home, label: t('nav.overview') }}>
      <div>
        <div className={styles.sum}>{format.money(Math.abs(balanceKopecks))}</div>
        <div className={styles.quiet}>
          {t(isOwed ? 'debt.toPay' : balanceKopecks < 0 ? 'debt.ahead' : 'debt.nothing')}.{' '}
          {t('debt.source', { at: format.moment(debt.changedAt) })}
        </div>
      </div>
      {charges.length === 0 ? null : (
        <CabinetSection title={t('debt.why')}>
          <CabinetList label={t('debt.why')}>
            {charges.map(({ id, dueOn, openKopecks }) => (
              <CabinetRow
                key={id}
                title={t('debt.charge', { on: onDay(dueOn) })}
                note={dueOn < today ? t('debt.chargeLate') : t('debt.chargeAhead')}
                aside={<span className={styles.amount}>{format.money(openKopecks)}</span>}
              />
            ))}
          </CabinetList>
        </CabinetSection>
      )}
      <Agreed debt={debt} />
      {isDisputed ? (
        <Alert color="blue" title={t('dispute.stands')}>
          {t('dispute.standsNote')}
        </Alert>
      ) : null}
      {isOwed && !isDisputed ? (
        <>
          <DebtOffer debt={debt} formToken={formToken} />
          <DisputeForm debt={debt} formToken={formToken} />
        </>
      ) : null}
      <Answers disputes={disputes} />
      {entries.length === 0 ? null : (
        <CabinetSection title={t('debt.history')}>
          <CabinetList label={t('debt.history')}>
            {entries.map(({ id, kind, kopecks, on }) => (
              <CabinetRow
                key={id}
                title={t(`debt.entry.${kind}`)}
                note={onDay(on)}
                aside={<span className={styles.amount}>{format.money(kopecks)}</span>}
              />
            ))}
          </CabinetList>
        </CabinetSection>
      )}
    </CabinetPage>
  );
}

/** The promise or the plan that holds everything else. */
function Agreed({ debt: { promise, plan } }: { debt: OwnDebt }) {
  const { t } = useTranslation('cabinet');
  const { format, onDay } = useCabinet();
  if (plan)
    return (
      <CabinetSection title={t('plan.stands')}>
        {plan.next ? (
          <p className={styles.quiet}>
            {t('plan.next', { sum: format.money(plan.next.kopecks), on: onDay(plan.next.on) })}
          </p>
        ) : null}
        <CabinetList label={t('plan.stands')}>
          {plan.instalments.map(({ on, kopecks }) => (
            <CabinetRow
              key={on}
              title={onDay(on)}
              aside={<span className={styles.amount}>{format.money(kopecks)}</span>}
            />
          ))}
        </CabinetList>
      </CabinetSection>
    );
  if (!promise) return null;
  const parts = promise.parts.map(({ on, kopecks }) =>
    t('promise.part', { sum: format.money(kopecks), on: onDay(on) }),
  );
  return (
    <Alert color="green" title={t('promise.stands')}>
      {parts.join(', ')}. {t('promise.paid', { sum: format.money(promise.paid) })}{' '}
      {t('promise.until', { on: onDay(promise.resumesOn) })}
    </Alert>
  );
}

/** How his objections were answered. */
function Answers({ disputes }: { disputes: OwnDebt['disputes'] }) {
  const { t } = useTranslation('cabinet');
  const { format } = useCabinet();
  const answered = disputes.filter(({ outcome }) => outcome !== null);
  if (answered.length === 0) return null;
  return (
    <CabinetSection title={t('dispute.answers')}>
      <CabinetList label={t('dispute.answers')}>
        {answered.map(({ id, reason, outcome, answer, kopecks }) => (
          <CabinetRow
            key={id}
            title={outcome ? t(`dispute.outcome.${outcome}`) : reason}
            note={[reason, answer].filter(Boolean).join(' — ')}
            aside={<span className={styles.amount}>{format.money(kopecks)}</span>}
          />
        ))}
      </CabinetList>
    </CabinetSection>
  );
}
