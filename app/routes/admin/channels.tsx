import { useTranslation } from 'react-i18next';
import { data } from 'react-router';
import { Page } from '#app/components/page.tsx';
import { PbxSection } from '#app/features/call/pbx-section.tsx';
import { MailboxSection } from '#app/features/mail/mailbox-section.tsx';
import { readChannels } from '#app/features/mail/read-channels.ts';
import { MessengerSection } from '#app/features/messenger/messenger-section.tsx';
import { RobotSection } from '#app/features/robot/robot-section.tsx';
import { FormSection } from '#app/features/web-form/form-section.tsx';
import { servicesContext } from '#app/platform/context.ts';
import { getTenant } from '#db/control/queries/tenants.ts';
import type { Route } from './+types/channels.ts';

export async function loader({ params, context }: Route.LoaderArgs) {
  const services = context.get(servicesContext);
  const tenant = await getTenant(services.databases.control, params.tenantId);
  if (!tenant) throw data(null, { status: 404 });
  const { id, name, colour } = tenant;
  return { tenant: { id, name, colour }, channels: await readChannels(services, tenant) };
}

export default function Channels({ loaderData: { tenant, channels } }: Route.ComponentProps) {
  const { t } = useTranslation('channel');
  const page = `/admin/tenants/${tenant.id}`;
  const base = `${page}/channels`;
  return (
    <Page
      title={t('mailbox.title')}
      note={t('mailbox.note')}
      colour={tenant.colour}
      back={{ to: page, label: tenant.name }}
    >
      <MailboxSection key={channels.mailbox?.version ?? 0} base={base} stored={channels.mailbox} />
      <FormSection base={base} {...channels.form} />
      <MessengerSection base={base} {...channels.messenger} />
      <RobotSection base={base} {...channels.robot} />
      <PbxSection base={base} {...channels.pbx} people={channels.people} />
    </Page>
  );
}
