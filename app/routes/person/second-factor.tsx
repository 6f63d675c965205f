import { Button, Group, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFetcher } from 'react-router';
import { ActionButton } from '#app/components/action-button.tsx';
import { FormAlert } from '#app/components/form-alert.tsx';
import { Page } from '#app/components/page.tsx';
import { TotpKey } from '#app/components/totp-key.tsx';
import { useFaults } from '#app/components/use-faults.ts';
import { readEnrolment } from '#app/features/person/begin-second-factor.ts';
import { secondFactorIsMandatory } from '#app/features/person/second-factor.ts';
import { personContext, servicesContext } from '#app/platform/context.ts';
import { getUser, listMemberships } from '#db/control/queries/people.ts';
import type { Route } from './+types/second-factor.ts';

export async function loader({ context }: Route.LoaderArgs) {
  const services = context.get(servicesContext);
  const { userId } = context.get(personContext);
  const { control } = services.databases;
  const roles = (await listMemberships(control, userId)).map(({ role }) => role);
  return {
    isOn: (await getUser(control, userId))?.totpConfirmedAt != null,
    isMandatory: secondFactorIsMandatory(roles),
    enrolment: await readEnrolment(services, userId),
  };
}

export default function SecondFactor({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('account');
  const { isOn, isMandatory, enrolment } = loaderData;
  const note = isOn ? (isMandatory ? 'onMandatory' : 'on') : 'off';
  return (
    <Page title={t('factor.title')} note={t(`factor.${note}`)} back={{ to: '/account', label: t('title') }}>
      {isOn && !isMandatory ? <Removal /> : null}
      {!isOn && enrolment ? <Confirmation {...enrolment} /> : null}
      {!isOn && !enrolment ? (
        <ActionButton action="/account/second-factor/secret" label={t('factor.begin')} variant="filled" />
      ) : null}
    </Page>
  );
}

function Confirmation({ secret, link }: { secret: string; link: string }) {
  const { t } = useTranslation('account');
  const fetcher = useFetcher();
  const fault = useFaults(fetcher.data);
  return (
    <fetcher.Form method="post" action="/account/second-factor/confirmation" noValidate>
      <Stack maw={400}>
        <div>
          {t('factor.app')}
          <TotpKey secret={secret} link={link} />
        </div>
        <FormAlert text={fault('form')} />
        <TextInput
          name="code"
          label={t('factor.code')}
          error={fault('code')}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={7}
          maw={160}
        />
        <Group>
          <Button type="submit" loading={fetcher.state !== 'idle'}>
            {t('factor.confirm')}
          </Button>
        </Group>
      </Stack>
    </fetcher.Form>
  );
}

function Removal() {
  const { t } = useTranslation('account');
  const fetcher = useFetcher();
  const fault = useFaults(fetcher.data);
  return (
    <fetcher.Form method="post" action="/account/second-factor/removal" noValidate>
      <Stack maw={360}>
        {t('factor.removeNote')}
        <PasswordInput
          name="password"
          label={t('factor.password')}
          error={fault('current') ?? fault('password') ?? fault('form')}
          autoComplete="current-password"
        />
        <Group>
          <Button type="submit" variant="default" loading={fetcher.state !== 'idle'}>
            {t('factor.remove')}
          </Button>
        </Group>
      </Stack>
    </fetcher.Form>
  );
}
