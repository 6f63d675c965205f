import { Button, Group, Table, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFetcher } from 'react-router';
import { Wide } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useFaults } from '#app/components/use-faults.ts';
import { rowFaults } from './billing-row.ts';
import type { BillingOverview } from './read-billing.ts';

type Waiting = BillingOverview['waiting'][number];
const placeFaults = ['unknown-account', 'unknown-number', 'number-of-another-account'] as const;
const shownFaults = [
  ...rowFaults,
  ...placeFaults,
  ...(['entry-differs', 'not-positive', 'not-whole', 'bad-date', 'date-in-future'] as const),
];

/** Rows that no account was found for are booked to the one a person found; the others are thrown away. */
export function WaitingRejects({ waiting }: { waiting: readonly Waiting[] }) {
  const { t } = useTranslation('receivable');
  return (
    <Wide label={t('billing.waiting')}>
      <Table>
        <Table.Tbody>
          {waiting.map((one) => (
            <RejectRow key={`${one.fileId} ${one.row}`} waiting={one} />
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}

function RejectRow({ waiting }: { waiting: Waiting }) {
  const { t } = useTranslation(['receivable', 'errors']);
  const place = `/t/${useDesk().workplace.slug}/plan/debt/billing/${waiting.fileId}/rejects/${waiting.row}`;
  const dropping = useFetcher();
  const reason = shownFaults.find((one) => one === waiting.reason);
  const isPlaceable = reason === 'no-account' || placeFaults.some((one) => one === reason);
  return (
    <Table.Tr>
      <Table.Td>
        {waiting.fileName}, {t('billing.rowNumber', { row: waiting.row })}
        <Text size="xs" c="dimmed">
          {waiting.text}
        </Text>
      </Table.Td>
      <Table.Td>{reason ? t(`errors:${reason}`) : waiting.reason}</Table.Td>
      <Table.Td>{isPlaceable ? <PlaceForm action={`${place}/booking`} /> : null}</Table.Td>
      <Table.Td ta="right">
        <Button
          variant="subtle"
          size="compact-sm"
          loading={dropping.state !== 'idle'}
          onClick={() => void dropping.submit(null, { method: 'post', action: `${place}/removal` })}
        >
          {t('billing.drop')}
        </Button>
      </Table.Td>
    </Table.Tr>
  );
}

function PlaceForm({ action }: { action: string }) {
  const { t } = useTranslation('receivable');
  const [account, setAccount] = useState('');
  const fetcher = useFetcher();
  const fault = useFaults(fetcher.data);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const isNumber = /^[+\d\s()-]{10,}$/.test(account.trim());
        const body = isNumber ? { account: '', msisdn: account } : { account, msisdn: '' };
        void fetcher.submit(body, { method: 'post', encType: 'application/json', action });
      }}
    >
      <Group gap="xs" wrap="nowrap" align="start">
        <TextInput
          size="xs"
          aria-label={t('billing.accountOrNumber')}
          placeholder={t('billing.accountOrNumber')}
          value={account}
          error={fault('account') ?? fault('form')}
          onChange={(event) => setAccount(event.currentTarget.value)}
        />
        <Button type="submit" size="xs" variant="default" loading={fetcher.state !== 'idle'}>
          {t('entry.book')}
        </Button>
      </Group>
    </form>
  );
}
