import { Badge, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Page, Section, Wide } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import type { ContactRule } from './decide-contact.ts';
import type { readRulesPage } from './read-rules-page.ts';
import { RulesForm } from './rules-form.tsx';

type Props = Awaited<ReturnType<typeof readRulesPage>>;

/** The rules by which every contact is decided, what they let through now, and those before them. */
export function RulesPage({ versions, currentId, today, preview }: Props) {
  const { t } = useTranslation('outreach');
  const current = versions.find(({ id }) => id === currentId) ?? null;
  return (
    <Page title={t('title')} note={t('note')}>
      {current ? null : <Text fw={600}>{t('none')}</Text>}
      <Section title={t('preview')} note={t('previewNote', { count: preview.people })}>
        <Preview preview={preview} />
      </Section>
      <RulesForm key={currentId} current={current} today={today} />
      {versions.length > 0 ? (
        <Section title={t('history')}>
          <History versions={versions} currentId={currentId} />
        </Section>
      ) : null}
    </Page>
  );
}

function Preview({ preview }: Pick<Props, 'preview'>) {
  const { t } = useTranslation('outreach');
  if (preview.people === 0) return <Text c="dimmed">{t('previewNone')}</Text>;
  return preview.counts.map(({ channel, allowed, refused }) => (
    <Text key={channel} size="sm">
      <Text span fw={600}>
        {t(`channel.${channel}`)}: {t('allowed')} {allowed}
      </Text>
      {Object.entries(refused).map(([rule, count]) => (
        <Text key={rule} span c="dimmed">
          {` · ${t(`rule.${rule as ContactRule}`)} ${count}`}
        </Text>
      ))}
    </Text>
  ));
}

function History({ versions, currentId }: Pick<Props, 'versions' | 'currentId'>) {
  const { t } = useTranslation('outreach');
  const { format } = useDesk();
  return (
    <Wide label={t('history')}>
      <Table miw={560} verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            {(['from', 'mode', 'creditor', 'author'] as const).map((column) => (
              <Table.Th key={column}>{t(`column.${column}`)}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {versions.map(({ id, from, mode, creditorName, author }) => (
            <Table.Tr key={id}>
              <Table.Td>
                {format.moment(from)} {id === currentId ? <Badge size="sm">{t('inForce')}</Badge> : null}
              </Table.Td>
              <Table.Td>{t(`mode.${mode}`)}</Table.Td>
              <Table.Td>{creditorName}</Table.Td>
              <Table.Td>{author}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}
