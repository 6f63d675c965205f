import { Button, Group, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Page, Wide } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { Dot } from './presence-switch.tsx';
import { ProfileDialog } from './profile-dialog.tsx';
import type { TeamMember } from './read-team.ts';

/** Who is at work, with what, and what each can be given. */
export function TeamPage({ team }: { team: TeamMember[] }) {
  const { t } = useTranslation('routing');
  const [edited, setEdited] = useState<TeamMember | null>(null);
  return (
    <Page title={t('title')} note={t('note')}>
      {team.length === 0 ? (
        <Text c="dimmed">{t('empty')}</Text>
      ) : (
        <TeamTable team={team} onEdit={setEdited} />
      )}
      {edited ? <ProfileDialog member={edited} onClose={() => setEdited(null)} /> : null}
    </Page>
  );
}

function TeamTable({ team, onEdit }: { team: TeamMember[]; onEdit(member: TeamMember): void }) {
  const { t } = useTranslation('routing');
  const { format, now } = useDesk();
  return (
    <Wide label={t('title')}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('column.name')}</Table.Th>
            <Table.Th>{t('column.state')}</Table.Th>
            <Table.Th ta="right">{t('column.load')}</Table.Th>
            <Table.Th>{t('column.skills')}</Table.Th>
            <Table.Th ta="right">{t('column.capacity')}</Table.Th>
            <Table.Th>{t('column.push')}</Table.Th>
            <Table.Th />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {team.map((member) => (
            <Table.Tr key={member.userId}>
              <Table.Td>{member.name}</Table.Td>
              <Table.Td>
                <Group gap={6} wrap="nowrap">
                  <Dot state={member.state} />
                  {t(`state.${member.state}`)}
                  {member.since ? (
                    <Text span size="xs" c="dimmed">
                      {format.stamp(member.since, now)}
                    </Text>
                  ) : null}
                </Group>
              </Table.Td>
              <Table.Td ta="right">{format.count(member.load)}</Table.Td>
              <Table.Td>
                <Skills member={member} />
                <Barred member={member} />
              </Table.Td>
              <Table.Td ta="right">{member.profile?.capacity.rest ?? '—'}</Table.Td>
              <Table.Td>{t(member.profile?.isPushed ? 'pushed' : 'pulled')}</Table.Td>
              <Table.Td>
                <Button variant="subtle" size="xs" onClick={() => onEdit(member)}>
                  {t('edit')}
                </Button>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}

function Skills({ member: { profile } }: { member: TeamMember }) {
  const { t } = useTranslation(['routing', 'case']);
  const { carrierTitle } = useDesk();
  if (!profile) {
    return (
      <Text size="sm" c="dimmed">
        {t('noProfile')}
      </Text>
    );
  }
  if (profile.heldBackReason) {
    return (
      <Text size="sm" c="red">
        {t('heldBack', { reason: profile.heldBackReason })}
      </Text>
    );
  }
  const said = [
    ...profile.carriers.map(carrierTitle),
    ...profile.kinds.map((kind) => t(`case:kind.${kind}`)),
    ...profile.languages.map((language) => t(`language.${language}`)),
  ];
  return <Text size="sm">{said.length > 0 ? said.join(', ') : t('everything')}</Text>;
}

/** The carriers whose tests he has not passed. */
function Barred({ member: { barred } }: { member: TeamMember }) {
  const { t } = useTranslation('routing');
  const { carrierTitle } = useDesk();
  if (barred.length === 0) return null;
  return (
    <Text size="xs" c="red">
      {t('barred', { carriers: barred.map(carrierTitle).join(', ') })}
    </Text>
  );
}
