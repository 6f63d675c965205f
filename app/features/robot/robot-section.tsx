import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFetcher } from 'react-router';
import { Section } from '#app/components/page.tsx';
import { ShownOnce } from '#app/components/shown-once.tsx';
import { useCentreFormat } from '#app/components/use-centre-format.ts';
import { useFaults } from '#app/components/use-faults.ts';
import type { Refused } from '#app/platform/http-errors.ts';

type RobotSectionProps = {
  base: string;
  stored: { url: string; since: Date } | null;
};

/** The robot that calls people for a client company: where calls are asked for, and the key they are signed with. */
export function RobotSection({ base, stored }: RobotSectionProps) {
  const { t } = useTranslation('channel');
  const fetcher = useFetcher<{ secret: string } | Refused>();
  const fault = useFaults(fetcher.data);
  const format = useCentreFormat();
  return (
    <Section title={t('mailbox.robot')} note={t('mailbox.robotNote')}>
      {fetcher.data && 'secret' in fetcher.data ? (
        <ShownOnce note={t('mailbox.pbxShown')} secret={fetcher.data.secret} />
      ) : null}
      <fetcher.Form method="post" action={`${base}/robot`} noValidate>
        <Stack gap="sm" maw={560}>
          <TextInput
            name="url"
            type="url"
            label={t('mailbox.robotUrl')}
            defaultValue={stored?.url}
            error={fault('url') ?? fault('form')}
          />
          <Group>
            <Button type="submit" variant="default" loading={fetcher.state !== 'idle'}>
              {t('mailbox.messengerSave')}
            </Button>
            <Text c="dimmed" size="sm">
              {stored ? t('mailbox.pbxSince', { at: format.fullDay(stored.since) }) : null}{' '}
              {stored ? t('mailbox.pbxSure') : null}
            </Text>
          </Group>
        </Stack>
      </fetcher.Form>
    </Section>
  );
}
