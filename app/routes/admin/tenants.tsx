import { Anchor, Button, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Form, Link, redirect, useNavigation } from 'react-router';
import { FormAlert } from '#app/components/form-alert.tsx';
import { ClientMark, Page, Panel, Split, Wide } from '#app/components/page.tsx';
import { useCentreFormat } from '#app/components/use-centre-format.ts';
import { useFaults } from '#app/components/use-faults.ts';
import { createTenant } from '#app/features/tenant/create-tenant.ts';
import { TenantInput } from '#app/features/tenant/tenant.ts';
import { TenantFields } from '#app/features/tenant/tenant-fields.tsx';
import { centreActor } from '#app/platform/centre-actor.ts';
import { servicesContext } from '#app/platform/context.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { listTenants } from '#db/control/queries/tenants.ts';
import type { Route } from './+types/tenants.ts';

export async function loader({ context }: Route.LoaderArgs) {
  const rows = await listTenants(context.get(servicesContext).databases.control);
  return rows.map(({ databaseUrl: _, closedAt: _closed, ...tenant }) => tenant);
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(TenantInput, request);
  if (!form.ok) return faulty(form.faults);
  const created = await createTenant(context.get(servicesContext), centreActor(context), form.value);
  return created.ok ? redirect(`/admin/tenants/${created.value.id}`) : refusal(created.error);
}

export default function Tenants({ loaderData: tenants, actionData }: Route.ComponentProps) {
  const { t } = useTranslation('admin');
  const fault = useFaults(actionData);
  const format = useCentreFormat();
  const isBusy = useNavigation().state === 'submitting';
  const panel = (
    <Panel title={t('tenants.add')}>
      <Form method="post" noValidate style={{ display: 'contents' }}>
        <FormAlert text={fault('form')} />
        <TenantFields fault={fault} />
        <Button type="submit" loading={isBusy}>
          {t('tenants.submit')}
        </Button>
      </Form>
    </Panel>
  );
  return (
    <Page title={t('tenants.title')} note={t('tenants.note')}>
      <Split panel={panel}>
        {tenants.length === 0 ? <Text c="dimmed">{t('tenants.empty')}</Text> : null}
        <Wide label={t('tenants.title')}>
          <Table highlightOnHover>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('tenants.name')}</Table.Th>
                <Table.Th>{t('tenants.slug')}</Table.Th>
                <Table.Th>{t('tenants.timeZone')}</Table.Th>
                <Table.Th>{t('tenants.created')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {tenants.map(({ id, name, slug, colour, timeZone, createdAt }) => (
                <Table.Tr key={id}>
                  <Table.Td>
                    <ClientMark colour={colour} />
                    <Anchor component={Link} to={`/admin/tenants/${id}`} size="sm">
                      {name}
                    </Anchor>
                  </Table.Td>
                  <Table.Td>{slug}</Table.Td>
                  <Table.Td>{timeZone}</Table.Td>
                  <Table.Td>{format.fullDay(createdAt)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Wide>
      </Split>
    </Page>
  );
}
