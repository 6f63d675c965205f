import { Anchor, Group, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Page, Wide } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import styles from './admission.module.css';
import { AdmissionAreas } from './admission-areas.tsx';
import { PassState } from './pass-state.tsx';
import type { PassHolder, TeamPasses } from './read-team-passes.ts';

/** Who is admitted to what; those who need a look stand first. */
export function TeamPassesPage({ carriers, people }: TeamPasses) {
  const { t } = useTranslation('admission');
  const { carrierTitle } = useDesk();
  const sorted = people.toSorted((a, b) => concernOf(b) - concernOf(a));
  return (
    <Page
      title={t('team.title')}
      note={
        <>
          <AdmissionAreas />
          {t('team.note')}
        </>
      }
    >
      {people.length === 0 || carriers.length === 0 ? (
        <Text c="dimmed">{t(people.length === 0 ? 'team.none' : 'team.noTests')}</Text>
      ) : (
        <Wide label={t('team.title')}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('team.name')}</Table.Th>
                {carriers.map((carrier) => (
                  <Table.Th key={carrier}>{carrierTitle(carrier)}</Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {sorted.map((person) => (
                <PersonRow key={person.userId} person={person} />
              ))}
            </Table.Tbody>
          </Table>
        </Wide>
      )}
    </Page>
  );
}

/** Who is barred from more stands higher; then whose passes end soon. */
function concernOf({ cells }: PassHolder): number {
  const barred = cells.filter(({ standing }) => standing.pass.state !== 'valid').length;
  return barred * 100 + cells.filter(({ isSoon }) => isSoon).length;
}

function PersonRow({ person: { name, cells } }: { person: PassHolder }) {
  const { t } = useTranslation('admission');
  const { home, carrierTitle } = useDesk();
  return (
    <Table.Tr>
      <Table.Td>{name}</Table.Td>
      {cells.map(({ carrier, standing, lastAttemptId, isSoon }) => (
        <Table.Td key={carrier}>
          <Group gap={6}>
            {lastAttemptId ? (
              <Anchor
                component={Link}
                to={`${home}/admission/attempts/${lastAttemptId}`}
                underline="never"
                aria-label={t('team.lastAttempt', { name, carrier: carrierTitle(carrier) })}
              >
                <PassState pass={standing.pass} />
              </Anchor>
            ) : (
              <PassState pass={standing.pass} />
            )}
            {isSoon ? (
              <Text size="xs" className={styles.soon ?? ''}>
                {t('team.soon')}
              </Text>
            ) : null}
            {lastAttemptId ? null : (
              <Text size="xs" c="dimmed">
                {t('team.never')}
              </Text>
            )}
          </Group>
        </Table.Td>
      ))}
    </Table.Tr>
  );
}
