import { Button, Group, Stack, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { data, useFetcher } from 'react-router';
import { ActionButton } from '#app/components/action-button.tsx';
import { FormAlert } from '#app/components/form-alert.tsx';
import { ClientMark, Page, Section } from '#app/components/page.tsx';
import { ShownOnce } from '#app/components/shown-once.tsx';
import { useCentreFormat } from '#app/components/use-centre-format.ts';
import { useFaults } from '#app/components/use-faults.ts';
import { PlaceFields } from '#app/features/person/place-fields.tsx';
import { personContext, servicesContext } from '#app/platform/context.ts';
import { listPeople } from '#db/control/queries/people.ts';
import { listTenants } from '#db/control/queries/tenants.ts';
import type { Route } from './+types/person.ts';
import type { action as renew } from './person-renewal.ts';

export async function loader({ params, context }: Route.LoaderArgs) {
  const { control } = context.get(servicesContext).databases;
  const person = (await listPeople(control)).find(({ id }) => id === params.userId);
  if (!person) throw data(null, { status: 404 });
  const tenants = (await listTenants(control)).map(({ id, name }) => ({ id, name }));
  return { person, tenants, isSelf: person.id === context.get(personContext).userId };
}

export default function Person({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('admin');
  const { person, tenants, isSelf } = loaderData;
  const state = person.disabledAt ? ` · ${t('people.disabled')}` : isSelf ? ` · ${t('person.self')}` : '';
  return (
    <Page
      title={person.name}
      note={person.email + state}
      back={{ to: '/admin/people', label: t('people.title') }}
    >
      <Roles person={person} tenants={tenants} />
      <Access person={person} isSelf={isSelf} />
    </Page>
  );
}

type Loaded = Route.ComponentProps['loaderData'];

function Roles({ person, tenants }: Pick<Loaded, 'person' | 'tenants'>) {
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

function Access({ person, isSelf }: Pick<Loaded, 'person' | 'isSelf'>) {
  const { t } = useTranslation('admin');
  const base = `/admin/people/${person.id}`;
  if (person.disabledAt) {
    return (
      <Section title={t('person.access')}>
        <ActionButton action={`${base}/enabling`} label={t('person.enable')} />
      </Section>
    );
  }
  return (
    <Section title={t('person.access')}>
      <Stack gap="md" maw={560}>
        <Renewal action={`${base}/renewal`} />
        {person.hasSecondFactor ? (
          <Deed note={t('person.resetNote')}>
            <ActionButton
              action={`${base}/second-factor-reset`}
              label={t('person.reset')}
              confirm={t('person.resetSure')}
            />
          </Deed>
        ) : null}
        {isSelf ? null : (
          <Deed note={t('person.disableNote')}>
            <ActionButton
              action={`${base}/disabling`}
              label={t('person.disable')}
              confirm={t('person.disableSure')}
              isDanger
            />
          </Deed>
        )}
      </Stack>
    </Section>
  );
}

function Deed({ note, children }: { note: string; children: ReactNode }) {
  return (
    <div>
      {children}
      <Text c="dimmed" size="xs" mt={4}>
        {note}
      </Text>
    </div>
  );
}

function Renewal({ action }: { action: string }) {
  const { t } = useTranslation('admin');
  const fetcher = useFetcher<typeof renew>();
  const fault = useFaults(fetcher.data);
  const format = useCentreFormat();
  return (
    <Deed note={t('person.renewNote')}>
      <Stack gap="xs">
        {fetcher.data && 'link' in fetcher.data ? (
          <ShownOnce
            note={t('people.link', { at: format.moment(fetcher.data.expiresAt) })}
            secret={fetcher.data.link}
          />
        ) : null}
        <FormAlert text={fault('form')} />
        <fetcher.Form method="post" action={action}>
          <Button type="submit" variant="default" loading={fetcher.state !== 'idle'}>
            {t('person.renew')}
          </Button>
        </fetcher.Form>
      </Stack>
    </Deed>
  );
}
