import { Anchor, Button, NativeSelect, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Form, Link } from 'react-router';
import { ClientMark, Page, Panel, Split, Wide } from '#app/components/page.tsx';
import { writeSendWindows } from '#app/features/carrier-account/send-windows-text.ts';
import { personContext, servicesContext } from '#app/platform/context.ts';
import { listCarrierAccounts } from '#db/control/queries/carrier-accounts.ts';
import { listTenants } from '#db/control/queries/tenants.ts';
import type { Route } from './+types/carrier-accounts.ts';

export async function loader({ context }: Route.LoaderArgs) {
  const { databases, carriers } = context.get(servicesContext);
  const { locale } = context.get(personContext);
  const tenants = (await listTenants(databases.control)).map(({ id, name, colour }) => ({
    id,
    name,
    colour,
  }));
  const rows = await listCarrierAccounts(databases.control);
  const titles = Object.entries(carriers.titles).map(([value, title]) => ({ value, label: title[locale] }));
  const accounts = tenants.flatMap((tenant) =>
    rows
      .filter(({ tenantId }) => tenantId === tenant.id)
      .map(({ id, carrier, title, windows, concurrency, disabledKinds }) => {
        const carrierTitle = carriers.titles[carrier]?.[locale] ?? carrier;
        return { id, tenant, carrierTitle, title, windows, concurrency, disabledKinds };
      }),
  );
  return { accounts, tenants, carriers: titles };
}

export default function CarrierAccounts({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('admin');
  const { tenants, carriers } = loaderData;
  const panel = (
    <Panel title={t('accounts.add')}>
      <Form method="get" action="/admin/carrier-accounts/new" style={{ display: 'contents' }}>
        <NativeSelect
          name="tenant"
          size="xs"
          label={t('accounts.tenant')}
          data={tenants.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <NativeSelect name="carrier" size="xs" label={t('accounts.carrier')} data={carriers} />
        <Button type="submit" variant="default" disabled={tenants.length === 0}>
          {t('accounts.next')}
        </Button>
      </Form>
    </Panel>
  );
  return (
    <Page title={t('accounts.title')} note={t('accounts.note')}>
      <Split panel={panel}>
        <Accounts accounts={loaderData.accounts} />
      </Split>
    </Page>
  );
}

function Accounts({ accounts }: Pick<Route.ComponentProps['loaderData'], 'accounts'>) {
  const { t, i18n } = useTranslation(['admin', 'request']);
  const locale = i18n.language === 'en' ? 'en' : 'ru';
  if (accounts.length === 0) return <Text c="dimmed">{t('accounts.empty')}</Text>;
  return (
    <Wide label={t('accounts.title')}>
      <Table highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('accounts.tenant')}</Table.Th>
            <Table.Th>{t('accounts.carrier')}</Table.Th>
            <Table.Th>{t('accounts.name')}</Table.Th>
            <Table.Th>{t('accounts.windows')}</Table.Th>
            <Table.Th>{t('accounts.concurrency')}</Table.Th>
            <Table.Th>{t('accounts.disabled')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {accounts.map(({ id, tenant, carrierTitle, title, windows, concurrency, disabledKinds }) => (
            <Table.Tr key={id}>
              <Table.Td style={{ whiteSpace: 'nowrap' }}>
                <ClientMark colour={tenant.colour} />
                {tenant.name}
              </Table.Td>
              <Table.Td>{carrierTitle}</Table.Td>
              <Table.Td>
                <Anchor component={Link} to={`/admin/carrier-accounts/${tenant.id}/${id}`} size="sm">
                  {title}
                </Anchor>
              </Table.Td>
              <Table.Td style={{ whiteSpace: 'pre' }}>
                {writeSendWindows(windows, locale) || t('accounts.unlimited')}
              </Table.Td>
              <Table.Td>{concurrency}</Table.Td>
              <Table.Td>{disabledKinds.length || t('nobody')}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}
