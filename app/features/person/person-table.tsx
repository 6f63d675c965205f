import { Anchor, Badge, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ClientMark } from '#app/components/page.tsx';
import type { PersonRow } from '#db/control/queries/people.ts';

export function PersonTable({ people }: { people: PersonRow[] }) {
  const { t } = useTranslation('admin');
  return (
    <Table highlightOnHover>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('people.name')}</Table.Th>
          <Table.Th>{t('people.roles')}</Table.Th>
          <Table.Th>{t('people.factor')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {people.map((person) => (
          <Table.Tr key={person.id} opacity={person.disabledAt ? 0.6 : 1}>
            <Table.Td>
              <Anchor component={Link} to={`/admin/people/${person.id}`} size="sm">
                {person.name}
              </Anchor>
              {person.disabledAt ? (
                <Badge color="gray" variant="light" size="sm" ml={8}>
                  {t('people.disabled')}
                </Badge>
              ) : null}
              <Text c="dimmed" size="xs">
                {person.email}
              </Text>
            </Table.Td>
            <Table.Td>
              <Places memberships={person.memberships} />
            </Table.Td>
            <Table.Td>{person.hasSecondFactor ? t('people.factorOn') : t('people.factorOff')}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Places({ memberships }: Pick<PersonRow, 'memberships'>) {
  const { t } = useTranslation(['admin', 'role']);
  if (memberships.length === 0) return <Text c="dimmed">{t('people.noRoles')}</Text>;
  return memberships.map(({ id, role, tenant }) => (
    <div key={id}>
      {tenant ? <ClientMark colour={tenant.colour} /> : null}
      {tenant ? `${tenant.name}: ` : null}
      {t(`role:${role}`)}
    </div>
  ));
}
