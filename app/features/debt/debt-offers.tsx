import { Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { ActionButton } from '#app/components/action-button.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { PlanDialog } from '#app/features/promise/plan-dialog.tsx';
import { PromiseDialog } from '#app/features/promise/promise-dialog.tsx';
import styles from './debtor-page.module.css';
import type { Debtor } from './read-debtor.ts';

/** What was agreed with a debtor, and what may be agreed by this person. */
export function DebtOffers({ debtor }: { debtor: Debtor }) {
  const { t } = useTranslation('debt');
  const [asked, setAsked] = useSearchParams();
  const [open, setOpen] = useState(offerOf(asked.get('offer')));
  const close = () => {
    setOpen(null);
    if (asked.has('offer')) setAsked({}, { replace: true, preventScrollReset: true });
  };
  const { receivable, promises, plans, limits, may } = debtor;
  const { id: receivableId, balanceKopecks: debtKopecks, today } = receivable;
  const isDisputed = receivable.disputes.some(({ closedAt }) => closedAt === null);
  const openPromise = promises.find(({ state }) => state === 'open');
  const openPlan = plans.find(({ state }) => state === 'open');
  const mayOffer = may.promise && debtKopecks > 0 && !isDisputed && !openPlan;
  const promised = { receivableId, debtKopecks, today, ...limits, openId: openPromise?.id ?? null };
  return (
    <Stack gap="xs">
      {isDisputed ? <Text size="sm">{t('debtor.disputed')}</Text> : null}
      {mayOffer ? (
        <Button onClick={() => setOpen('promise')}>
          {t(openPromise ? 'promise.replace' : 'promise.take')}
        </Button>
      ) : null}
      {mayOffer && limits.instalments > 1 ? (
        <Button variant="default" onClick={() => setOpen('plan')}>
          {t('plan.agree')}
        </Button>
      ) : null}
      {openPlan ? <PlanCard plan={openPlan} mayCancel={may.promise} /> : null}
      {promises.map((promise) => (
        <PromiseCard key={promise.id} promise={promise} mayCancel={may.promise} />
      ))}
      {plans
        .filter(({ state }) => state !== 'open')
        .map((plan) => (
          <PlanCard key={plan.id} plan={plan} mayCancel={false} />
        ))}
      {promises.length + plans.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('promise.none')}
        </Text>
      ) : null}
      {mayOffer && open === 'promise' ? <PromiseDialog promised={promised} onClose={close} /> : null}
      {mayOffer && open === 'plan' ? (
        <PlanDialog
          offered={{ receivableId, debtKopecks, today, most: limits.instalments }}
          onClose={close}
        />
      ) : null}
    </Stack>
  );
}

function offerOf(asked: string | null): 'promise' | 'plan' | null {
  return asked === 'promise' || asked === 'plan' ? asked : null;
}

type PromiseProps = { promise: Debtor['promises'][number]; mayCancel: boolean };

function PromiseCard({ promise, mayCancel }: PromiseProps) {
  const { t } = useTranslation('debt');
  const { home, format, now } = useDesk();
  const isOpen = promise.state === 'open';
  return (
    <div className={styles.card}>
      <Text size="sm" fw={isOpen ? 600 : 400}>
        {promise.parts
          .map(({ on, kopecks }) => `${format.money(kopecks)} — ${format.day(new Date(on))}`)
          .join(', ')}
      </Text>
      <Text size="xs" c="dimmed">
        {t(`state.${promise.state}`)} · {t('promise.paid', { sum: format.money(promise.paid) })} ·{' '}
        {t('promise.by', { name: promise.by ?? t('debtor.somebody'), at: format.stamp(promise.madeAt, now) })}
      </Text>
      {isOpen ? (
        <Text size="xs">{t('promise.resumes', { on: format.day(new Date(promise.resumesOn)) })}</Text>
      ) : null}
      {isOpen && mayCancel ? (
        <ActionButton
          action={`${home}/debts/promises/${promise.id}/cancellation`}
          label={t('promise.cancel')}
          confirm={t('promise.cancelSure')}
          variant="subtle"
        />
      ) : null}
    </div>
  );
}

function PlanCard({ plan, mayCancel }: { plan: Debtor['plans'][number]; mayCancel: boolean }) {
  const { t } = useTranslation('debt');
  const { home, format } = useDesk();
  const days = t('days', { count: plan.toleranceDays });
  return (
    <div className={styles.card}>
      <Text size="sm" fw={600}>
        {t('plan.title')}: {t(`state.${plan.state}`)}
      </Text>
      {plan.instalments.map(({ on, kopecks }) => (
        <Text key={on} size="xs">
          {format.day(new Date(on))} — {format.money(kopecks)}
        </Text>
      ))}
      <Text size="xs" c="dimmed">
        {t('promise.paid', { sum: format.money(plan.paid) })} ·{' '}
        {t('plan.tolerance', { days, sum: format.money(plan.toleranceKopecks) })}
      </Text>
      {mayCancel ? (
        <ActionButton
          action={`${home}/debts/plans/${plan.id}/cancellation`}
          label={t('plan.cancel')}
          confirm={t('plan.cancelSure')}
          variant="subtle"
        />
      ) : null}
    </div>
  );
}
