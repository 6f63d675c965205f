import { Anchor, Button, Group, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { ActionButton } from '#app/components/action-button.tsx';
import { NothingHere } from '#app/components/nothing-here.tsx';
import { Page, Wide } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useListKeys } from '#app/components/use-list-keys.ts';
import type { OwnReportsView } from './read-own-reports.ts';
import { useOwnWords } from './use-own-words.ts';

/** The reports that somebody is shown; whoever may builds another. */
export function OwnReportsPage({ view: { reports, mayBuild } }: { view: OwnReportsView }) {
  const { t } = useTranslation('own');
  const { workplace } = useDesk();
  const place = `/t/${workplace.slug}/report/own`;
  return (
    <Page
      title={t('title')}
      note={t(mayBuild ? 'note' : 'noteShown')}
      actions={
        mayBuild ? (
          <Button component={Link} to={`${place}/new`}>
            {t('build')}
          </Button>
        ) : null
      }
    >
      <Undo place={place} reports={reports} />
      {reports.length === 0 ? (
        <NothingHere text={t('empty')} hint={t(mayBuild ? 'emptyHint' : 'emptyShownHint')} />
      ) : (
        <Reports reports={reports} place={place} />
      )}
    </Page>
  );
}

type Listed = { reports: OwnReportsView['reports']; place: string };

/** What was deleted a moment ago. */
function Undo({ place, reports }: Listed) {
  const { t } = useTranslation('own');
  const { state }: { state: { removed?: { id: string; name: string } } | null } = useLocation();
  const removed = state?.removed;
  if (!removed || reports.some(({ id }) => id === removed.id)) return null;
  return (
    <Group gap="xs" role="status">
      <Text size="sm">{t('removed', { name: removed.name })}</Text>
      <ActionButton action={`${place}/${removed.id}/restoring`} label={t('undo')} variant="subtle" />
    </Group>
  );
}

function Reports({ reports, place }: Listed) {
  const { t } = useTranslation('own');
  const { format } = useDesk();
  const { tell } = useOwnWords();
  const keys = useListKeys();
  return (
    <Wide label={t('title')} rows={keys.ref}>
      <Table miw={640} verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            {(['name', 'what', 'sharing', 'changed'] as const).map((column) => (
              <Table.Th key={column}>{t(`column.${column}`)}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {reports.map(({ id, name, sharing, definition, changedAt, by }) => (
            <Table.Tr key={id}>
              <Table.Td>
                <Anchor component={Link} to={`${place}/${id}`}>
                  {name}
                </Anchor>
              </Table.Td>
              <Table.Td>{tell({ ...definition, where: null })}</Table.Td>
              <Table.Td>{t(`sharing.${sharing}`)}</Table.Td>
              <Table.Td>
                {format.day(changedAt)}
                {by ? `, ${by}` : ''}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}
