import { Button, Table, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Form, useNavigation } from 'react-router';
import { ActionButton } from '#app/components/action-button.tsx';
import { FormAlert } from '#app/components/form-alert.tsx';
import { Page, Panel, Section, Split, Wide } from '#app/components/page.tsx';
import { ShownOnce } from '#app/components/shown-once.tsx';
import { useCentreFormat } from '#app/components/use-centre-format.ts';
import { useFaults } from '#app/components/use-faults.ts';
import { InvitationInput } from '#app/features/person/invitation.ts';
import { invitePerson } from '#app/features/person/invite-person.ts';
import { PersonTable } from '#app/features/person/person-table.tsx';
import { PlaceFields } from '#app/features/person/place-fields.tsx';
import { centreActor } from '#app/platform/centre-actor.ts';
import { servicesContext } from '#app/platform/context.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { listOpenInvitations } from '#db/control/queries/invitations.ts';
import { listPeople } from '#db/control/queries/people.ts';
import { listTenants } from '#db/control/queries/tenants.ts';
import type { Route } from './+types/people.ts';

export async function loader({ context }: Route.LoaderArgs) {
  const { databases, now } = context.get(servicesContext);
  const open = await listOpenInvitations(databases.control, now());
  return {
    people: await listPeople(databases.control),
    tenants: (await listTenants(databases.control)).map(({ id, name }) => ({ id, name })),
    invitations: open.map(({ invitation: { id, email, role, expiresAt }, tenant }) => {
      return { id, email, role, expiresAt, tenant: tenant?.name ?? null };
    }),
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(InvitationInput, request);
  if (!form.ok) return faulty(form.faults);
  const invited = await invitePerson(context.get(servicesContext), centreActor(context), form.value);
  return invited.ok ? invited.value : refusal(invited.error);
}

export default function People({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation('admin');
  const format = useCentreFormat();
  return (
    <Page title={t('people.title')} note={t('people.note')}>
      {actionData && 'link' in actionData ? (
        <ShownOnce
          note={t('people.link', { at: format.moment(actionData.expiresAt) })}
          secret={actionData.link}
        />
      ) : null}
      <Split panel={<InviteForm tenants={loaderData.tenants} answer={actionData} />}>
        <Wide label={t('people.title')}>
          <PersonTable people={loaderData.people} />
        </Wide>
        <OpenInvitations invitations={loaderData.invitations} />
      </Split>
    </Page>
  );
}

function InviteForm({ tenants, answer }: { tenants: { id: string; name: string }[]; answer: unknown }) {
  const { t } = useTranslation('admin');
  const fault = useFaults(answer);
  const isBusy = useNavigation().state === 'submitting';
  return (
    <Panel title={t('people.invite')}>
      <Form method="post" noValidate style={{ display: 'contents' }}>
        <FormAlert text={fault('form')} />
        <TextInput
          name="email"
          type="email"
          label={t('people.email')}
          error={fault('email')}
          autoComplete="off"
        />
        <PlaceFields tenants={tenants} fault={fault} />
        <Button type="submit" loading={isBusy}>
          {t('people.submit')}
        </Button>
      </Form>
    </Panel>
  );
}

type OpenInvitation = Route.ComponentProps['loaderData']['invitations'][number];
function OpenInvitations({ invitations }: { invitations: OpenInvitation[] }) {
  const { t } = useTranslation(['admin', 'role']);
  const format = useCentreFormat();
  if (invitations.length === 0) return null;
  return (
    <Section title={t('people.open')}>
      <Wide label={t('people.open')}>
        <Table>
          <Table.Tbody>
            {invitations.map(({ id, email, role, tenant, expiresAt }) => (
              <Table.Tr key={id}>
                <Table.Td>{email}</Table.Td>
                <Table.Td>
                  {tenant ? `${tenant}: ` : null}
                  {t(`role:${role}`)}
                </Table.Td>
                <Table.Td>{t('people.until', { at: format.moment(expiresAt) })}</Table.Td>
                <Table.Td ta="right">
                  <ActionButton action={`/admin/invitations/${id}/withdrawal`} label={t('people.withdraw')} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Wide>
    </Section>
  );
}
