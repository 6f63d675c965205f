import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { data, Form, redirect, useNavigation } from 'react-router';
import { FormAlert } from '#app/components/form-alert.tsx';
import { Page } from '#app/components/page.tsx';
import { useFaults } from '#app/components/use-faults.ts';
import { AccountFields } from '#app/features/carrier-account/account-fields.tsx';
import { readAccountForm } from '#app/features/carrier-account/account-form.ts';
import { changeKinds } from '#app/features/carrier-account/carrier-account.ts';
import { createCarrierAccount } from '#app/features/carrier-account/create-carrier-account.ts';
import { centreActor } from '#app/platform/centre-actor.ts';
import { personContext, servicesContext } from '#app/platform/context.ts';
import { faulty, readFields } from '#app/platform/form.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { getTenant } from '#db/control/queries/tenants.ts';
import type { Route } from './+types/new-carrier-account.ts';

/** Which client and carrier the address says; unknown ones make no page. */
function placeOf(request: Request) {
  const query = new URL(request.url).searchParams;
  return { tenantId: query.get('tenant') ?? '', carrier: query.get('carrier') ?? '' };
}

export async function loader({ request, context }: Route.LoaderArgs) {
  const { databases, carriers } = context.get(servicesContext);
  const { tenantId, carrier } = placeOf(request);
  const tenant = await getTenant(databases.control, tenantId);
  const form = Object.hasOwn(carriers.forms, carrier) ? carriers.forms[carrier] : undefined;
  if (!tenant || !form) throw data(null, { status: 404 });
  const title = carriers.titles[carrier]?.[context.get(personContext).locale] ?? carrier;
  return { tenant: tenant.name, carrier: title, credentialFields: form.credentialFields, kinds: changeKinds };
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = readAccountForm(await readFields(request));
  if (!form.ok) return faulty(form.faults);
  const services = context.get(servicesContext);
  const place = placeOf(request);
  const created = await createCarrierAccount(services, centreActor(context), place, form.value);
  if (!created.ok) return refusal(created.error);
  return redirect(`/admin/carrier-accounts/${place.tenantId}/${created.value.id}`);
}

export default function NewCarrierAccount({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation('admin');
  const fault = useFaults(actionData);
  const isBusy = useNavigation().state === 'submitting';
  const { tenant, carrier, credentialFields, kinds } = loaderData;
  const refused = actionData && 'error' in actionData ? actionData.error : undefined;
  const details = refused && 'faults' in refused ? refused.faults : [];
  return (
    <Page
      title={t('accounts.newTitle', { carrier, tenant })}
      back={{ to: '/admin/carrier-accounts', label: t('accounts.title') }}
    >
      <Form method="post" noValidate>
        <FormAlert text={fault('form')} />
        <AccountFields credentialFields={credentialFields} kinds={kinds} fault={fault} details={details} />
        <Group mt="md">
          <Button type="submit" loading={isBusy}>
            {t('accounts.submit')}
          </Button>
        </Group>
      </Form>
    </Page>
  );
}
