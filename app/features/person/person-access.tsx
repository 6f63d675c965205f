import { Button, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFetcher } from 'react-router';
import { ActionButton } from '#app/components/action-button.tsx';
import { FormAlert } from '#app/components/form-alert.tsx';
import { Section } from '#app/components/page.tsx';
import { ShownOnce } from '#app/components/shown-once.tsx';
import { useCentreFormat } from '#app/components/use-centre-format.ts';
import { useFaults } from '#app/components/use-faults.ts';
import type { Refused } from '#app/platform/http-errors.ts';
import type { PersonRow } from '#db/control/queries/people.ts';
import type { IssuedInvitation } from './issue-invitation.ts';

/** What an administrator can do about one's way in. `isSelf`: nobody shuts himself out. */
export function PersonAccess({ person, isSelf }: { person: PersonRow; isSelf: boolean }) {
  const { t } = useTranslation('admin');
  const base = `/admin/people/${person.id}`;
  if (person.disabledAt) {
    return (
      <Section title={t('person.access')}>
        <ActionButton action={`${base}/enabling`} label={t('person.enable')} />
      </Section>
    );
  }
  return (
    <Section title={t('person.access')}>
      <Stack gap="md" maw={560}>
        <Renewal action={`${base}/renewal`} />
        {person.hasSecondFactor ? (
          <Deed note={t('person.resetNote')}>
            <ActionButton
              action={`${base}/second-factor-reset`}
              label={t('person.reset')}
              confirm={t('person.resetSure')}
            />
          </Deed>
        ) : null}
        {isSelf ? null : (
          <Deed note={t('person.disableNote')}>
            <ActionButton
              action={`${base}/disabling`}
              label={t('person.disable')}
              confirm={t('person.disableSure')}
              isDanger
            />
          </Deed>
        )}
      </Stack>
    </Section>
  );
}

function Deed({ note, children }: { note: string; children: ReactNode }) {
  return (
    <div>
      {children}
      <Text c="dimmed" size="xs" mt={4}>
        {note}
      </Text>
    </div>
  );
}

function Renewal({ action }: { action: string }) {
  const { t } = useTranslation('admin');
  const fetcher = useFetcher<IssuedInvitation | Refused>();
  const fault = useFaults(fetcher.data);
  const format = useCentreFormat();
  return (
    <Deed note={t('person.renewNote')}>
      <Stack gap="xs">
        {fetcher.data && 'link' in fetcher.data ? (
          <ShownOnce
            note={t('people.link', { at: format.moment(fetcher.data.expiresAt) })}
            secret={fetcher.data.link}
          />
        ) : null}
        <FormAlert text={fault('form')} />
        <fetcher.Form method="post" action={action}>
          <Button type="submit" variant="default" loading={fetcher.state !== 'idle'}>
            {t('person.renew')}
          </Button>
        </fetcher.Form>
      </Stack>
    </Deed>
  );
}
