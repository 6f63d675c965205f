import { Anchor, Table, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { FormPanel } from '#app/components/form-panel.tsx';
import { NothingHere } from '#app/components/nothing-here.tsx';
import { Page, Split, Wide } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useFaults } from '#app/components/use-faults.ts';
import type { readScorecards } from './read-scorecards.ts';

type Props = Awaited<ReturnType<typeof readScorecards>> & { answer: unknown };

/** The cards by which work is reviewed. */
export function ScorecardListPage({ cards, mayWrite, answer }: Props) {
  const { t } = useTranslation('scorecard');
  const shown = cards.length === 0 ? <None /> : <Cards cards={cards} />;
  return (
    <Page title={t('title')} note={t('note')}>
      {mayWrite ? <Split panel={<NewCard answer={answer} />}>{shown}</Split> : shown}
    </Page>
  );
}

function None() {
  const { t } = useTranslation('scorecard');
  return <NothingHere text={t('none')} hint={t('noneHint')} />;
}

function Cards({ cards }: Pick<Props, 'cards'>) {
  const { t } = useTranslation('scorecard');
  const { format, workplace } = useDesk();
  return (
    <Wide label={t('title')}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('column.title')}</Table.Th>
            <Table.Th>{t('column.version')}</Table.Th>
            <Table.Th ta="right">{t('column.items')}</Table.Th>
            <Table.Th>{t('column.draft')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {cards.map(({ id, title, version, holdsFrom, items, hasDraft }) => (
            <Table.Tr key={id}>
              <Table.Td>
                <Anchor component={Link} to={`/t/${workplace.slug}/plan/scorecards/${id}`}>
                  {title}
                </Anchor>
              </Table.Td>
              <Table.Td>
                {version && holdsFrom
                  ? t('version', { version, date: format.fullDay(holdsFrom) })
                  : t('notYet')}
              </Table.Td>
              <Table.Td ta="right">{items}</Table.Td>
              <Table.Td>{hasDraft ? t('hasDraft') : '—'}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}

function NewCard({ answer }: { answer: unknown }) {
  const { t } = useTranslation('scorecard');
  const fault = useFaults(answer);
  return (
    <FormPanel title={t('add')} submit={t('create')} fault={fault('form')}>
      <TextInput name="title" label={t('name')} maxLength={120} error={fault('title')} />
      <Text size="xs" c="dimmed">
        {t('noneHint')}
      </Text>
    </FormPanel>
  );
}
