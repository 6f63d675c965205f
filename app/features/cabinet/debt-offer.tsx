import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFetcher } from 'react-router';
import { FormAlert } from '#app/components/form-alert.tsx';
import { type PlanPace, planPaces, scheduleOf } from '#app/features/promise/instalment-plan.ts';
import styles from './cabinet.module.css';
import type { OwnDebt } from './read-debt.ts';
import { useCabinet } from './use-cabinet.ts';
import { useCabinetFaults } from './use-cabinet-faults.ts';

type Props = { debt: OwnDebt; formToken: string };

/** Pay later: a promise for once, or instalments, within what everybody may agree by himself. */
export function DebtOffer({ debt, formToken }: Props) {
  const { t } = useTranslation('cabinet');
  if (debt.plan) return null;
  return (
    <div className={styles.panels}>
      <details className={styles.panel}>
        <summary>{t(debt.promise ? 'promise.replace' : 'promise.make')}</summary>
        <PromiseFields debt={debt} formToken={formToken} />
      </details>
      {debt.limits.instalments > 1 ? (
        <details className={styles.panel}>
          <summary>{t('plan.make')}</summary>
          <PlanFields debt={debt} formToken={formToken} />
        </details>
      ) : null}
    </div>
  );
}

function PromiseFields({ debt, formToken }: Props) {
  const { t } = useTranslation('cabinet');
  const { home, format, onDay } = useCabinet();
  const fetcher = useFetcher();
  const fault = useCabinetFaults(fetcher.data);
  const { id, today, limits, balanceKopecks, promise } = debt;
  return (
    <fetcher.Form method="post" action={`${home}/debts/${id}/promises`} className={styles.form} noValidate>
      <input type="hidden" name="formToken" value={formToken} />
      <input type="hidden" name="replaces" value={promise?.id ?? ''} />
      <p className={styles.quiet}>
        {t('promise.note', { least: format.money(limits.leastKopecks), until: onDay(limits.until) })}
      </p>
      <FormAlert text={fault('form')} />
      <TextInput
        name="kopecks"
        size="lg"
        inputMode="decimal"
        label={t('promise.sum')}
        defaultValue={String(balanceKopecks / 100).replace('.', ',')}
        error={fault('kopecks')}
      />
      <TextInput
        name="on"
        type="date"
        size="lg"
        label={t('promise.on')}
        min={today}
        max={limits.until}
        defaultValue={limits.until}
        error={fault('on')}
      />
      <Button type="submit" size="md" loading={fetcher.state !== 'idle'}>
        {t('promise.send')}
      </Button>
    </fetcher.Form>
  );
}

function PlanFields({ debt, formToken }: Props) {
  const { t } = useTranslation('cabinet');
  const { home, format, onDay } = useCabinet();
  const fetcher = useFetcher();
  const fault = useCabinetFaults(fetcher.data);
  const { id, today, limits, balanceKopecks } = debt;
  const [count, setCount] = useState(Math.min(3, limits.instalments));
  const [firstOn, setFirstOn] = useState(today);
  const [pace, setPace] = useState<PlanPace>('month');
  const counts = Array.from({ length: limits.instalments - 1 }, (_, index) => String(index + 2));
  return (
    <fetcher.Form method="post" action={`${home}/debts/${id}/plans`} className={styles.form} noValidate>
      <input type="hidden" name="formToken" value={formToken} />
      <p className={styles.quiet}>{t('plan.note')}</p>
      <FormAlert text={fault('form')} />
      <NativeSelect
        name="count"
        size="lg"
        label={t('plan.count')}
        value={String(count)}
        onChange={(event) => setCount(Number(event.currentTarget.value))}
        error={fault('count')}
        data={counts}
      />
      <NativeSelect
        name="pace"
        size="lg"
        label={t('plan.paceLabel')}
        value={pace}
        onChange={(event) => setPace(event.currentTarget.value as PlanPace)}
        data={planPaces.map((value) => ({ value, label: t(`plan.pace.${value}`) }))}
      />
      <TextInput
        name="firstOn"
        type="date"
        size="lg"
        label={t('plan.firstOn')}
        min={today}
        max={limits.until}
        value={firstOn}
        onChange={(event) => setFirstOn(event.currentTarget.value)}
        error={fault('firstOn') ?? fault('on')}
      />
      {firstOn ? (
        <ul className={styles.schedule} aria-live="polite">
          {scheduleOf(balanceKopecks, { count, firstOn, pace }).map(({ on, kopecks }) => (
            <li key={on}>
              <span>{onDay(on)}</span>
              <span className={styles.amount}>{format.money(kopecks)}</span>
            </li>
          ))}
        </ul>
      ) : null}
      <Button type="submit" size="md" loading={fetcher.state !== 'idle'}>
        {t('plan.send')}
      </Button>
    </fetcher.Form>
  );
}
