import { Button, Group, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFetcher } from 'react-router';
import { ActionButton } from '#app/components/action-button.tsx';
import { FormAlert } from '#app/components/form-alert.tsx';
import { ClientMark, Section } from '#app/components/page.tsx';
import { useFaults } from '#app/components/use-faults.ts';
import type { PersonRow } from '#db/control/queries/people.ts';
import { PlaceFields } from './place-fields.tsx';

type PersonRolesProps = { person: PersonRow; tenants: readonly { id: string; name: string }[] };

/** The roles one holds, each to be taken, and a new one to be granted. */
export function PersonRoles({ person, tenants }: PersonRolesProps) {
  const { t } = useTranslation(['admin', 'role']);
  const fetcher = useFetcher();
  const fault = useFaults(fetcher.data);
  const base = `/admin/people/${person.id}/memberships`;
  return (
    <Section title={t('person.roles')} note={t('person.rolesNote')}>
      <Table maw={640}>
        <Table.Tbody>
          {person.memberships.map(({ id, role, tenant }) => (
            <Table.Tr key={id}>
              <Table.Td>
                {tenant ? <ClientMark colour={tenant.colour} /> : null}
                {tenant?.name ?? t('people.centre')}
              </Table.Td>
              <Table.Td>{t(`role:${role}`)}</Table.Td>
              <Table.Td ta="right">
                <ActionButton
                  action={`${base}/${id}/revocation`}
                  label={t('person.revoke')}
                  confirm={t('person.revokeSure')}
                />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <fetcher.Form method="post" action={base} noValidate>
        <FormAlert text={fault('form')} />
        <Group align="end" gap="xs">
          <PlaceFields tenants={tenants} fault={fault} />
          <Button type="submit" variant="default" loading={fetcher.state !== 'idle'}>
            {t('person.grant')}
          </Button>
        </Group>
      </fetcher.Form>
    </Section>
  );
}
