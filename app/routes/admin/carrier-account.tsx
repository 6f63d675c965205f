import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { data, Form, useNavigation } from 'react-router';
import { FormAlert } from '#app/components/form-alert.tsx';
import { Page, Split } from '#app/components/page.tsx';
import { useFaults } from '#app/components/use-faults.ts';
import { AccountFields } from '#app/features/carrier-account/account-fields.tsx';
import { readAccountForm } from '#app/features/carrier-account/account-form.ts';
import { changeKinds } from '#app/features/carrier-account/carrier-account.ts';
import { TrialPanel } from '#app/features/carrier-account/trial-panel.tsx';
import { updateCarrierAccount } from '#app/features/carrier-account/update-carrier-account.ts';
import { centreActor } from '#app/platform/centre-actor.ts';
import { personContext, servicesContext } from '#app/platform/context.ts';
import { faulty, readFields } from '#app/platform/form.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { getCarrierAccount } from '#db/control/queries/carrier-accounts.ts';
import { getTenant } from '#db/control/queries/tenants.ts';
import type { Route } from './+types/carrier-account.ts';

export async function loader({ params, context }: Route.LoaderArgs) {
  const { databases, carriers } = context.get(servicesContext);
  const { tenantId, accountId } = params;
  const row = await getCarrierAccount(databases.control, tenantId, accountId);
  const tenant = await getTenant(databases.control, tenantId);
  if (!row || !tenant) throw data(null, { status: 404 });
  const { title, windows, concurrency, deadlineMs, disabledKinds, asksBalances, version } = row;
  const settings = JSON.stringify(row.settings, null, 2);
  return {
    tenant: tenant.name,
    carrier: carriers.titles[row.carrier]?.[context.get(personContext).locale] ?? row.carrier,
    credentialFields: carriers.forms[row.carrier]?.credentialFields ?? [],
    kinds: changeKinds,
    stored: { title, settings, windows, concurrency, deadlineMs, disabledKinds, asksBalances },
    version,
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const fields = await readFields(request);
  const form = readAccountForm(fields);
  if (!form.ok) return faulty(form.faults);
  const account = { tenantId: params.tenantId, id: params.accountId, version: Number(fields.get('version')) };
  const services = context.get(servicesContext);
  const updated = await updateCarrierAccount(services, centreActor(context), account, form.value);
  return updated.ok ? { isSaved: true } : refusal(updated.error);
}

export default function CarrierAccount({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation('admin');
  const fault = useFaults(actionData);
  const isBusy = useNavigation().state === 'submitting';
  const { tenant, carrier, stored, version, credentialFields, kinds } = loaderData;
  const refused = actionData && 'error' in actionData ? actionData.error : undefined;
  const details = refused && 'faults' in refused ? refused.faults : [];
  return (
    <Page
      title={stored.title}
      note={`${carrier}, ${tenant}`}
      back={{ to: '/admin/carrier-accounts', label: t('accounts.title') }}
    >
      <Split panel={<TrialPanel />}>
        <Form method="post" noValidate key={version}>
          <FormAlert text={fault('form')} />
          <input type="hidden" name="version" value={version} />
          <AccountFields
            stored={stored}
            credentialFields={credentialFields}
            kinds={kinds}
            fault={fault}
            details={details}
          />
          <Group mt="md">
            <Button type="submit" loading={isBusy}>
              {t('accounts.submit')}
            </Button>
            <span role="status">{actionData && 'isSaved' in actionData ? t('accounts.changed') : null}</span>
          </Group>
        </Form>
      </Split>
    </Page>
  );
}
