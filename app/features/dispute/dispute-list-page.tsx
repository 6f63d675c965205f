import { Anchor, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Page, Section, Wide } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import type { DisputeList } from './read-disputes.ts';

/** What is disputed, and how disputes ended. */
export function DisputeListPage({ list }: { list: DisputeList }) {
  const { t } = useTranslation('dispute');
  const open = list.disputes.filter(({ state }) => state === 'open');
  const judged = list.disputes.filter(({ state }) => state !== 'open');
  return (
    <Page title={t('title')} note={t('note')}>
      <Section title={t('open')}>
        {open.length === 0 ? (
          <Text c="dimmed">{t(judged.length === 0 ? 'none' : 'noneOpen')}</Text>
        ) : (
          <Disputes label={t('open')} disputes={open} />
        )}
      </Section>
      {judged.length > 0 ? (
        <Section
          title={t('judged')}
          note={t('summary', { judged: list.judgedCount, changed: list.changedCount })}
        >
          <Disputes label={t('judged')} disputes={judged} />
        </Section>
      ) : null}
    </Page>
  );
}

function Disputes({ label, disputes }: { label: string; disputes: DisputeList['disputes'] }) {
  const { t } = useTranslation('dispute');
  const { home, format, now } = useDesk();
  return (
    <Wide label={label}>
      <Table verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            {(['who', 'about', 'reviewer', 'raised', 'state'] as const).map((column) => (
              <Table.Th key={column}>{t(`column.${column}`)}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {disputes.map((dispute) => (
            <Table.Tr key={dispute.id}>
              <Table.Td>{dispute.agent}</Table.Td>
              <Table.Td style={{ minWidth: 240 }}>
                <Anchor component={Link} to={`${home}/reviews/${dispute.reviewId}`}>
                  {t(`kind.${dispute.kind}`)}
                </Anchor>
                <Text size="xs" c="dimmed">
                  {dispute.comment}
                </Text>
              </Table.Td>
              <Table.Td>{dispute.reviewer}</Table.Td>
              <Table.Td>{format.stamp(dispute.raisedAt, now)}</Table.Td>
              <Table.Td>
                {t(`state.${dispute.state}`)}
                <Text size="xs" c="dimmed">
                  {dispute.state === 'open' && dispute.isParty ? t('party') : dispute.judge}
                </Text>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}
