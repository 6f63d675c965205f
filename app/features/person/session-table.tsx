import { Group, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ActionButton } from '#app/components/action-button.tsx';
import { Section, Wide } from '#app/components/page.tsx';
import { useCentreFormat } from '#app/components/use-centre-format.ts';

type OpenSession = { id: string; browser: string; address: string; createdAt: Date; isCurrent: boolean };

/** One's own open sessions, each to be ended. */
export function SessionTable({ sessions }: { sessions: OpenSession[] }) {
  const { t } = useTranslation('account');
  const format = useCentreFormat();
  return (
    <Section title={t('sessions.title')} note={t('sessions.note')}>
      <Wide label={t('sessions.title')}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('sessions.browser')}</Table.Th>
              <Table.Th>{t('sessions.address')}</Table.Th>
              <Table.Th>{t('sessions.started')}</Table.Th>
              <Table.Td />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {sessions.map(({ id, browser, address, createdAt, isCurrent }) => (
              <Table.Tr key={id}>
                <Table.Td>{browser}</Table.Td>
                <Table.Td>{address}</Table.Td>
                <Table.Td>{format.moment(createdAt)}</Table.Td>
                <Table.Td ta="right">
                  {isCurrent ? (
                    <Text c="dimmed" size="sm">
                      {t('sessions.current')}
                    </Text>
                  ) : (
                    <ActionButton action={`/account/sessions/${id}/ending`} label={t('sessions.end')} />
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Wide>
      <Group>
        <ActionButton
          action="/account/sessions/ending"
          label={t('sessions.endAll')}
          confirm={t('sessions.endAllSure')}
        />
      </Group>
    </Section>
  );
}
