import { Button, NativeSelect, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFetcher } from 'react-router';
import { FormAlert } from '#app/components/form-alert.tsx';
import styles from './cabinet.module.css';
import type { OwnDebt } from './read-debt.ts';
import { useCabinet } from './use-cabinet.ts';
import { useCabinetFaults } from './use-cabinet-faults.ts';

/** He does not owe it: nothing is asked of him until that is answered. */
export function DisputeForm({ debt, formToken }: { debt: OwnDebt; formToken: string }) {
  const { t } = useTranslation('cabinet');
  const { home, format, onDay } = useCabinet();
  const fetcher = useFetcher();
  const fault = useCabinetFaults(fetcher.data);
  const charges = debt.charges.map(({ id, dueOn, openKopecks }) => ({
    value: id,
    label: `${t('debt.charge', { on: onDay(dueOn) })} — ${format.money(openKopecks)}`,
  }));
  return (
    <details className={styles.panel}>
      <summary>{t('dispute.make')}</summary>
      <fetcher.Form
        method="post"
        action={`${home}/debts/${debt.id}/disputes`}
        className={styles.form}
        noValidate
      >
        <input type="hidden" name="formToken" value={formToken} />
        <p className={styles.quiet}>{t('dispute.note')}</p>
        <FormAlert text={fault('form') ?? fault('kopecks')} />
        <NativeSelect
          name="chargeId"
          size="lg"
          label={t('dispute.what')}
          data={[{ value: '', label: t('dispute.all') }, ...charges]}
        />
        <Textarea name="reason" size="lg" label={t('dispute.reason')} rows={3} error={fault('reason')} />
        <Button type="submit" size="md" variant="default" loading={fetcher.state !== 'idle'}>
          {t('dispute.send')}
        </Button>
      </fetcher.Form>
    </details>
  );
}
