import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Section, Wide } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import type { BillingOverview } from './read-billing.ts';

/** The nightly questions for balances, a carrier account a row. */
export function BalancePulls({ balances }: Pick<BillingOverview, 'balances'>) {
  const { t } = useTranslation('receivable');
  return (
    <Section title={t('pull.title')} note={t('pull.note')}>
      <Wide label={t('pull.title')}>
        <Table maw={820}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('pull.account')}</Table.Th>
              <Table.Th>{t('pull.last')}</Table.Th>
              <Table.Th ta="right">{t('pull.answered')}</Table.Th>
              <Table.Th>{t('pull.state')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {balances.map((account) => (
              <PullRow key={account.id} account={account} />
            ))}
          </Table.Tbody>
        </Table>
      </Wide>
    </Section>
  );
}

function PullRow({ account }: { account: BillingOverview['balances'][number] }) {
  const { t } = useTranslation('receivable');
  const { format, carrierTitle } = useDesk();
  const { last, carrier, title, asksBalances } = account;
  return (
    <Table.Tr>
      <Table.Td>
        {carrierTitle(carrier)} · {title}
      </Table.Td>
      <Table.Td>{last ? format.moment(last.startedAt) : '—'}</Table.Td>
      <Table.Td ta="right">
        {last
          ? t('pull.of', { answered: format.count(last.answered), asked: format.count(last.asked) })
          : '—'}
      </Table.Td>
      <Table.Td>{t(`pull.is.${stateOf(asksBalances, last)}`)}</Table.Td>
    </Table.Tr>
  );
}

function stateOf(asksBalances: boolean, last: BillingOverview['balances'][number]['last']) {
  if (!asksBalances) return 'off';
  if (!last) return 'never';
  if (last.endedAt) return 'ended';
  return last.failure ? 'waits' : 'runs';
}
