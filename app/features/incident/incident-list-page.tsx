import { Anchor, Badge, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Page, Panel, Split, Wide } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { DeclareForm } from './declare-form.tsx';
import type { readIncidents } from './read-incidents.ts';

type Topic = { id: string; parentId: string | null; title: string };
type Props = Awaited<ReturnType<typeof readIncidents>> & {
  topics: Topic[];
  formToken: string;
  answer: unknown;
};

/** The troubles of many there were, and the form that declares one. */
export function IncidentListPage({ incidents, mayWrite, topics, formToken, answer }: Props) {
  const { t } = useTranslation('incident');
  const list = incidents.length === 0 ? <NoIncidents /> : <IncidentTable incidents={incidents} />;
  if (!mayWrite) {
    return (
      <Page title={t('title')} note={t('note')}>
        {list}
      </Page>
    );
  }
  const panel = (
    <Panel title={t('declare')}>
      <DeclareForm topics={topics} formToken={formToken} answer={answer} />
    </Panel>
  );
  return (
    <Page title={t('title')} note={t('note')}>
      <Split panel={panel}>{list}</Split>
    </Page>
  );
}

function NoIncidents() {
  const { t } = useTranslation('incident');
  return (
    <Stack gap={4} py={40} maw={420}>
      <Text fw={600}>{t('empty')}</Text>
      <Text c="dimmed">{t('emptyHint')}</Text>
    </Stack>
  );
}

function IncidentTable({ incidents }: Pick<Props, 'incidents'>) {
  const { t } = useTranslation('incident');
  const { home, format, now } = useDesk();
  return (
    <Wide label={t('title')}>
      <Table highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('column.number')}</Table.Th>
            <Table.Th>{t('column.title')}</Table.Th>
            <Table.Th>{t('column.state')}</Table.Th>
            <Table.Th ta="right">{t('column.cases')}</Table.Th>
            <Table.Th ta="right">{t('column.started')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {incidents.map((incident) => (
            <Table.Tr key={incident.id}>
              <Table.Td>{incident.number}</Table.Td>
              <Table.Td>
                <Anchor component={Link} to={`${home}/incidents/${incident.id}`} prefetch="intent" size="sm">
                  {incident.title}
                </Anchor>
              </Table.Td>
              <Table.Td>
                <IncidentState endedAt={incident.endedAt} />
              </Table.Td>
              <Table.Td ta="right">{format.count(incident.caseCount)}</Table.Td>
              <Table.Td ta="right">{format.stamp(incident.startedAt, now)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}

export function IncidentState({ endedAt }: { endedAt: Date | null }) {
  const { t } = useTranslation('incident');
  return (
    <Badge variant="light" color={endedAt ? 'gray' : 'red'} tt="none">
      {t(endedAt ? 'state.over' : 'state.lasts')}
    </Badge>
  );
}
