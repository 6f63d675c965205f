import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Page, Section } from '#app/components/page.tsx';
import { mayOf } from '#app/features/access/may.ts';
import { KeySettings } from '#app/features/person/key-settings.tsx';
import { Preferences } from '#app/features/person/preferences.tsx';
import { secondFactorIsMandatory } from '#app/features/person/second-factor.ts';
import { SessionTable } from '#app/features/person/session-table.tsx';
import { browserName } from '#app/features/person/user-agent.ts';
import { personContext, servicesContext } from '#app/platform/context.ts';
import { listSessions } from '#app/platform/session.ts';
import { getUser, listMemberships } from '#db/control/queries/people.ts';
import type { Route } from './+types/account.ts';

export async function loader({ context }: Route.LoaderArgs) {
  const services = context.get(servicesContext);
  const { userId, sessionId } = context.get(personContext);
  const { control } = services.databases;
  const rows = await listSessions(services, userId);
  const sessions = rows.map(({ id, userAgent, address, createdAt }) => ({
    id,
    browser: browserName(userAgent),
    address,
    createdAt,
    isCurrent: id === sessionId,
  }));
  const hasSecondFactor = (await getUser(control, userId))?.totpConfirmedAt != null;
  const roles = (await listMemberships(control, userId)).map(({ role }) => role);
  return { sessions, hasSecondFactor, isMandatory: secondFactorIsMandatory(roles), may: mayOf({ roles }) };
}

export default function Account({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation(['account', 'common']);
  const { hasSecondFactor, isMandatory } = loaderData;
  const factor = hasSecondFactor ? (isMandatory ? 'onMandatory' : 'on') : 'off';
  return (
    <Page title={t('title')} back={{ to: '/', label: t('common:frame.toWork') }}>
      <SessionTable sessions={loaderData.sessions} />
      <Section title={t('password.title')}>
        <Group>
          <Button component={Link} to="/account/password" variant="default">
            {t('password.change')}
          </Button>
        </Group>
      </Section>
      <Section title={t('factor.title')} note={t(`factor.${factor}`)}>
        <Group>
          <Button component={Link} to="/account/second-factor" variant="default">
            {t('factor.open')}
          </Button>
        </Group>
      </Section>
      <Preferences />
      <KeySettings may={loaderData.may} />
    </Page>
  );
}
