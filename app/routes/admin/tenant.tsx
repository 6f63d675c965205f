import { Anchor, Button, Group, Stack, Table, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { data, Form, Link, redirect, useFetcher, useNavigation } from 'react-router';
import { ActionButton } from '#app/components/action-button.tsx';
import { FormAlert } from '#app/components/form-alert.tsx';
import { Page, Section } from '#app/components/page.tsx';
import { ShownOnce } from '#app/components/shown-once.tsx';
import { useCentreFormat } from '#app/components/use-centre-format.ts';
import { useFaults } from '#app/components/use-faults.ts';
import { TenantInput } from '#app/features/tenant/tenant.ts';
import { TenantFields } from '#app/features/tenant/tenant-fields.tsx';
import { updateTenant } from '#app/features/tenant/update-tenant.ts';
import { centreActor } from '#app/platform/centre-actor.ts';
import { servicesContext } from '#app/platform/context.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { listApiKeys } from '#db/control/queries/api-keys.ts';
import { getTenant } from '#db/control/queries/tenants.ts';
import type { Route } from './+types/tenant.ts';
import type { action as createKey } from './api-keys.ts';

export async function loader({ params, context }: Route.LoaderArgs) {
  const { control } = context.get(servicesContext).databases;
  const tenant = await getTenant(control, params.tenantId);
  if (!tenant) throw data(null, { status: 404 });
  const { id, slug, name, colour, timeZone } = tenant;
  const keys = (await listApiKeys(control, id)).map(({ tenantId: _, createdBy: _by, ...key }) => key);
  return { id, tenant: { slug, name, colour, timeZone }, keys };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await readForm(TenantInput, request);
  if (!form.ok) return faulty(form.faults);
  const services = context.get(servicesContext);
  const updated = await updateTenant(services, centreActor(context), params.tenantId, form.value);
  return updated.ok ? redirect('/admin/tenants') : refusal(updated.error);
}

export default function Tenant({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation(['admin', 'channel']);
  const fault = useFaults(actionData);
  const isBusy = useNavigation().state === 'submitting';
  const { id, tenant, keys } = loaderData;
  const desk = (
    <Group gap="md">
      <Anchor component={Link} to={`/admin/tenants/${id}/channels`} size="sm">
        {t('channel:mailbox.title')}
      </Anchor>
      <Anchor component={Link} to={`/t/${tenant.slug}`} size="sm">
        {t('tenants.desk')}
      </Anchor>
    </Group>
  );
  return (
    <Page
      title={tenant.name}
      colour={tenant.colour}
      back={{ to: '/admin/tenants', label: t('tenants.title') }}
      actions={desk}
    >
      <Form method="post" noValidate>
        <Stack maw={400} gap="sm">
          <FormAlert text={fault('form')} />
          <TenantFields tenant={tenant} fault={fault} />
          <Group>
            <Button type="submit" loading={isBusy}>
              {t('save')}
            </Button>
          </Group>
        </Stack>
      </Form>
      <Keys tenantId={id} keys={keys} />
    </Page>
  );
}

function Keys({ tenantId, keys }: { tenantId: string; keys: Route.ComponentProps['loaderData']['keys'] }) {
  const { t } = useTranslation('admin');
  const fetcher = useFetcher<typeof createKey>();
  const fault = useFaults(fetcher.data);
  const format = useCentreFormat();
  const base = `/admin/tenants/${tenantId}/api-keys`;
  return (
    <Section title={t('keys.title')} note={t('keys.note')}>
      {fetcher.data && 'key' in fetcher.data ? (
        <ShownOnce note={t('keys.shown')} secret={fetcher.data.key} />
      ) : null}
      {keys.length === 0 ? <Text c="dimmed">{t('keys.empty')}</Text> : null}
      <Table maw={720}>
        <Table.Tbody>
          {keys.map(({ id, title, createdAt, revokedAt }) => (
            <Table.Tr key={id}>
              <Table.Td>{title}</Table.Td>
              <Table.Td>{format.fullDay(createdAt)}</Table.Td>
              <Table.Td ta="right">
                {revokedAt ? (
                  <Text c="dimmed" size="sm">
                    {t('keys.revoked', { at: format.fullDay(revokedAt) })}
                  </Text>
                ) : (
                  <ActionButton
                    action={`${base}/${id}/revocation`}
                    label={t('keys.revoke')}
                    confirm={t('keys.revokeSure')}
                    isDanger
                  />
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <fetcher.Form method="post" action={base} noValidate>
        <Group align="end" gap="xs">
          <TextInput name="title" label={t('keys.name')} error={fault('title') ?? fault('form')} w={280} />
          <Button type="submit" variant="default" loading={fetcher.state !== 'idle'}>
            {t('keys.add')}
          </Button>
        </Group>
      </fetcher.Form>
    </Section>
  );
}
