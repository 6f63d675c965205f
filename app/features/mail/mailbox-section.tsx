import { Alert, Button, Checkbox, Group, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFetcher } from 'react-router';
import { FormAlert } from '#app/components/form-alert.tsx';
import { Section } from '#app/components/page.tsx';
import { useFaults } from '#app/components/use-faults.ts';
import type { Refused } from '#app/platform/http-errors.ts';
import type { MailServer } from './mail.ts';
import type { MailboxTrial } from './try-mailbox.ts';

export type StoredMailbox = {
  address: string;
  senderName: string;
  imap: MailServer;
  smtp: MailServer;
  login: string;
  authservId: string | null;
  version: number;
};

/** The mailbox of a client company: where it is, who signs in, whether it lets us in. */
export function MailboxSection({ base, stored }: { base: string; stored: StoredMailbox | null }) {
  const { t } = useTranslation('channel');
  const fetcher = useFetcher<{ isSaved: true } | Refused>();
  const fault = useFaults(fetcher.data);
  const isSaved = fetcher.data && 'isSaved' in fetcher.data;
  return (
    <Section title={t('mailbox.mail')} note={t('mailbox.mailNote')}>
      <fetcher.Form method="post" action={`${base}/mailbox`} noValidate>
        <Stack gap="sm" maw={560}>
          <FormAlert text={fault('form')} />
          <input type="hidden" name="version" value={stored?.version ?? 0} />
          <Group gap="sm" align="start" grow>
            <TextInput
              name="address"
              type="email"
              label={t('mailbox.address')}
              defaultValue={stored?.address}
              error={fault('address')}
            />
            <TextInput
              name="senderName"
              label={t('mailbox.senderName')}
              defaultValue={stored?.senderName}
              error={fault('senderName')}
            />
          </Group>
          <ServerFields
            name="imap"
            label={t('mailbox.imapHost')}
            stored={stored?.imap}
            usual={993}
            fault={fault}
          />
          <ServerFields
            name="smtp"
            label={t('mailbox.smtpHost')}
            stored={stored?.smtp}
            usual={465}
            fault={fault}
          />
          <Group gap="sm" align="start" grow>
            <TextInput
              name="login"
              label={t('mailbox.login')}
              defaultValue={stored?.login}
              error={fault('login')}
              autoComplete="off"
            />
            <PasswordInput
              name="password"
              label={t('mailbox.password')}
              placeholder={stored ? t('mailbox.stored') : ''}
              error={fault('password')}
              autoComplete="new-password"
            />
          </Group>
          <TextInput
            name="authservId"
            label={t('mailbox.authservId')}
            description={t('mailbox.authservHint')}
            defaultValue={stored?.authservId ?? ''}
            error={fault('authservId')}
          />
          <Group>
            <Button type="submit" loading={fetcher.state !== 'idle'}>
              {t('mailbox.save')}
            </Button>
            <span role="status">{isSaved ? t('mailbox.saved') : null}</span>
          </Group>
        </Stack>
      </fetcher.Form>
      {stored ? <Trial base={base} /> : null}
    </Section>
  );
}

type ServerFieldsProps = {
  name: 'imap' | 'smtp';
  label: string;
  stored: MailServer | undefined;
  usual: number;
  fault(field: string): string | undefined;
};

function ServerFields({ name, label, stored, usual, fault }: ServerFieldsProps) {
  const { t } = useTranslation('channel');
  return (
    <Group gap="sm" align="start">
      <TextInput
        name={`${name}.host`}
        label={label}
        defaultValue={stored?.host}
        error={fault(`${name}.host`)}
        style={{ flex: '1 1 200px' }}
      />
      <TextInput
        name={`${name}.port`}
        label={t('mailbox.port')}
        aria-label={`${label}: ${t('mailbox.port')}`}
        defaultValue={stored?.port ?? usual}
        error={fault(`${name}.port`)}
        inputMode="numeric"
        w={90}
      />
      <Checkbox
        name={`${name}.secure`}
        label={t('mailbox.secure')}
        description={t('mailbox.secureHint')}
        defaultChecked={stored?.secure ?? true}
        mt={24}
        w={200}
      />
    </Group>
  );
}

function Trial({ base }: { base: string }) {
  const { t } = useTranslation('channel');
  const fetcher = useFetcher<MailboxTrial | Refused>();
  const fault = useFaults(fetcher.data);
  const trial = fetcher.data && 'imap' in fetcher.data ? fetcher.data : null;
  return (
    <fetcher.Form method="post" action={`${base}/mailbox-trial`}>
      <Stack gap={6} mt="sm" maw={560} align="start">
        <Button type="submit" variant="default" loading={fetcher.state !== 'idle'}>
          {t('mailbox.try')}
        </Button>
        <Text c="dimmed" size="xs">
          {t('mailbox.tryNote')}
        </Text>
        <FormAlert text={fault('form')} />
        {trial ? <Verdicts trial={trial} /> : null}
      </Stack>
    </fetcher.Form>
  );
}

function Verdicts({ trial: { imap, smtp } }: { trial: MailboxTrial }) {
  const { t } = useTranslation('channel');
  return (
    <>
      <Alert color={imap.ok ? 'green' : 'red'} role="status" p="xs">
        {imap.ok
          ? t('mailbox.imapWorks', { count: imap.mails })
          : t('mailbox.imapFails', { words: imap.words })}
      </Alert>
      <Alert color={smtp.ok ? 'green' : 'red'} role="status" p="xs">
        {smtp.ok ? t('mailbox.smtpWorks') : t('mailbox.smtpFails', { words: smtp.words })}
      </Alert>
    </>
  );
}
