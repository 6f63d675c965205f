import { Alert } from '@mantine/core';
import { useInterval } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { useRevalidator } from 'react-router';
import { Page } from '#app/components/page.tsx';
import { AccountsHealth, QueuesHealth, TenantsHealth } from '#app/features/health/health-tables.tsx';
import { judgeHealth } from '#app/features/health/judge-health.ts';
import { carrierTitlesFor } from '#app/platform/carrier-titles.ts';
import { servicesContext } from '#app/platform/context.ts';
import type { Route } from './+types/health.ts';

const refreshMs = 5000;

export async function loader({ context }: Route.LoaderArgs) {
  const services = context.get(servicesContext);
  return { health: await services.health(), carriers: carrierTitlesFor(context), now: services.now() };
}

export default function HealthPage({ loaderData: { health, carriers, now } }: Route.ComponentProps) {
  const { t } = useTranslation('admin');
  const { revalidate } = useRevalidator();
  useInterval(() => document.visibilityState === 'visible' && revalidate(), refreshMs, { autoInvoke: true });
  const troubles = judgeHealth(health, now);
  const what = troubles.map((trouble) => t(`health.${trouble}`)).join('; ');
  return (
    <Page title={t('health.title')} note={t('health.note')}>
      <Alert color={troubles.length ? 'red' : 'green'} role="status" p="xs">
        {troubles.length ? t('health.attention', { what }) : t('health.calm')}
      </Alert>
      <AccountsHealth accounts={health.accounts} carriers={carriers} />
      <TenantsHealth tenants={health.tenants} now={now} />
      <QueuesHealth queues={health.queues} />
    </Page>
  );
}
