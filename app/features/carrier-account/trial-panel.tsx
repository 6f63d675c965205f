import { Alert, Button, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFetcher, useLocation } from 'react-router';
import { Panel } from '#app/components/page.tsx';
import { useCarrierWords } from '#app/components/use-carrier-words.ts';
import { useFaults } from '#app/components/use-faults.ts';
import type { Refused } from '#app/platform/http-errors.ts';
import type { ConnectionVerdict } from './carrier-account.ts';

/** Tries the account of this address on one number. */
export function TrialPanel() {
  const { t } = useTranslation('admin');
  const { pathname } = useLocation();
  const fetcher = useFetcher<ConnectionVerdict | Refused>();
  const fault = useFaults(fetcher.data);
  return (
    <Panel title={t('trial.title')}>
      <Text c="dimmed" size="sm">
        {t('trial.note')}
      </Text>
      <fetcher.Form method="post" action={`${pathname}/trial`} noValidate style={{ display: 'contents' }}>
        <TextInput
          name="phone"
          label={t('trial.phone')}
          placeholder="+7 916 123-45-67"
          inputMode="tel"
          error={fault('phone') ?? fault('form')}
        />
        <Button type="submit" variant="default" loading={fetcher.state !== 'idle'}>
          {t('trial.submit')}
        </Button>
      </fetcher.Form>
      {fetcher.data && 'verdict' in fetcher.data ? <Verdict {...fetcher.data} /> : null}
    </Panel>
  );
}

function Verdict(verdict: ConnectionVerdict) {
  const { t } = useTranslation('admin');
  const { failureText } = useCarrierWords();
  if (verdict.verdict === 'answered') {
    return (
      <Alert color="green" role="status" p="xs">
        {verdict.tariff === null
          ? t('trial.answeredNoLine')
          : t('trial.answered', { tariff: verdict.tariff })}
      </Alert>
    );
  }
  return (
    <Alert color={verdict.verdict === 'refused' ? 'red' : 'yellow'} role="status" p="xs">
      {t(`trial.${verdict.verdict}`, { says: failureText(verdict.failure) })}
    </Alert>
  );
}
