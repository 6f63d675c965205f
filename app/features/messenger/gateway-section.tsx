import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFetcher } from 'react-router';
import { Section } from '#app/components/page.tsx';
import { ShownOnce } from '#app/components/shown-once.tsx';
import { useCentreFormat } from '#app/components/use-centre-format.ts';
import { useFaults } from '#app/components/use-faults.ts';
import type { Refused } from '#app/platform/http-errors.ts';

type GatewaySectionProps = {
  title: string;
  note: string;
  label: string;
  action: string;
  stored: { url: string; since: Date } | null;
};

/** A gateway of a client company: its address, and a new key of both sides, shown once. */
export function GatewaySection({ title, note, label, action, stored }: GatewaySectionProps) {
  const { t } = useTranslation('channel');
  const fetcher = useFetcher<{ secret: string } | Refused>();
  const fault = useFaults(fetcher.data);
  const format = useCentreFormat();
  return (
    <Section title={title} note={note}>
      {fetcher.data && 'secret' in fetcher.data ? (
        <ShownOnce note={t('mailbox.pbxShown')} secret={fetcher.data.secret} />
      ) : null}
      <fetcher.Form method="post" action={action} noValidate>
        <Stack gap="sm" maw={560}>
          <TextInput
            name="url"
            type="url"
            label={label}
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
