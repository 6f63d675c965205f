import { Button, Group, SegmentedControl, Table, Text, useMantineColorScheme } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useSubmit } from 'react-router';
import { ActionButton } from '#app/components/action-button.tsx';
import { Page, Section, Wide } from '#app/components/page.tsx';
import { useCentreFormat } from '#app/components/use-centre-format.ts';
import { secondFactorIsMandatory } from '#app/features/person/second-factor.ts';
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
  return { sessions, hasSecondFactor, isMandatory: secondFactorIsMandatory(roles) };
}

export default function Account({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('account');
  const { hasSecondFactor, isMandatory } = loaderData;
  const factor = hasSecondFactor ? (isMandatory ? 'onMandatory' : 'on') : 'off';
  return (
    <Page title={t('title')}>
      <Sessions sessions={loaderData.sessions} />
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
    </Page>
  );
}

function Sessions({ sessions }: { sessions: Route.ComponentProps['loaderData']['sessions'] }) {
  const { t } = useTranslation('account');
  const format = useCentreFormat();
  return (
    <Section title={t('sessions.title')} note={t('sessions.note')}>
      <Wide label={t('sessions.title')}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('sessions.browser')}</Table.Th>
              <Table.Th>{t('sessions.address')}</Table.Th>
              <Table.Th>{t('sessions.started')}</Table.Th>
              <Table.Td />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {sessions.map(({ id, browser, address, createdAt, isCurrent }) => (
              <Table.Tr key={id}>
                <Table.Td>{browser}</Table.Td>
                <Table.Td>{address}</Table.Td>
                <Table.Td>{format.moment(createdAt)}</Table.Td>
                <Table.Td ta="right">
                  {isCurrent ? (
                    <Text c="dimmed" size="sm">
                      {t('sessions.current')}
                    </Text>
                  ) : (
                    <ActionButton action={`/account/sessions/${id}/ending`} label={t('sessions.end')} />
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Wide>
      <Group>
        <ActionButton
          action="/account/sessions/ending"
          label={t('sessions.endAll')}
          confirm={t('sessions.endAllSure')}
        />
      </Group>
    </Section>
  );
}

function Preferences() {
  const { t, i18n } = useTranslation('account');
  const submit = useSubmit();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const languages = (['ru', 'en'] as const).map((value) => ({ value, label: t(`language.${value}`) }));
  const themes = (['light', 'dark', 'auto'] as const).map((value) => ({ value, label: t(`theme.${value}`) }));
  return (
    <>
      <Section title={t('language.title')}>
        <Group>
          <SegmentedControl
            aria-label={t('language.title')}
            data={languages}
            value={i18n.language}
            onChange={(locale) => submit({ locale }, { method: 'post', action: '/account/language' })}
          />
        </Group>
      </Section>
      <Section title={t('theme.title')}>
        <Group>
          <SegmentedControl
            aria-label={t('theme.title')}
            data={themes}
            value={colorScheme}
            onChange={(scheme) => setColorScheme(scheme as typeof colorScheme)}
          />
        </Group>
      </Section>
    </>
  );
}
