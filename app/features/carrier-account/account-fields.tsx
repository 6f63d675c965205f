import { Checkbox, Group, PasswordInput, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ChangeKind, Localised } from '#carriers/port.ts';
import { writeSendWindows } from './send-windows-text.ts';
import type { SettingFault } from './setting-fault.ts';

/** What is stored of an account, without its credentials. */
type StoredAccount = {
  title: string;
  settings: string;
  windows: { windowMs: number; max: number }[];
  concurrency: number;
  deadlineMs: number;
  disabledKinds: string[];
  asksBalances: boolean;
};
type AccountFieldsProps = {
  stored?: StoredAccount;
  credentialFields: readonly { name: string; title: Localised }[];
  kinds: readonly ChangeKind[];
  fault: (field: string) => string | undefined;
  /** What is wrong inside the settings or credentials. */
  details: SettingFault[];
};

export function AccountFields({ stored, credentialFields, kinds, fault, details }: AccountFieldsProps) {
  const { t, i18n } = useTranslation(['admin', 'request']);
  const locale = i18n.language === 'en' ? 'en' : 'ru';
  const settingsFault = fault('settings');
  const settingText = (wrong: SettingFault) =>
    t(`setting.${wrong.code}`, { bound: '', values: '', ...wrong });
  return (
    <Stack gap="sm" maw={560}>
      <TextInput
        name="title"
        label={t('accounts.name')}
        description={t('accounts.nameHint')}
        defaultValue={stored?.title}
        error={fault('title')}
      />
      <div>
        <Text fw={600} size="xs">
          {t('accounts.credentials')}
        </Text>
        <Text c="dimmed" size="xs">
          {t('accounts.credentialsNote')}
        </Text>
      </div>
      {credentialFields.map(({ name, title }) => (
        <PasswordInput
          key={name}
          name={`credential.${name}`}
          size="xs"
          label={title[locale]}
          placeholder={stored ? t('accounts.stored') : ''}
          autoComplete="off"
          error={
            fault('credentials') && details.some(({ path }) => path === name) ? fault('credentials') : null
          }
        />
      ))}
      <Textarea
        name="windows"
        label={t('accounts.windowsLabel')}
        description={t('accounts.windowsHint')}
        defaultValue={stored ? writeSendWindows(stored.windows, locale) : ''}
        error={fault('windows')}
        autosize
        minRows={2}
      />
      <Group gap="sm" align="start">
        <TextInput
          name="concurrency"
          label={t('accounts.concurrencyLabel')}
          defaultValue={stored?.concurrency ?? 4}
          error={fault('concurrency')}
          inputMode="numeric"
          w={180}
        />
        <TextInput
          name="deadline"
          label={t('accounts.deadline')}
          defaultValue={(stored?.deadlineMs ?? 30_000) / 1000}
          error={fault('deadlineMs')}
          inputMode="numeric"
          w={180}
        />
      </Group>
      <Checkbox.Group
        label={t('accounts.disabledKinds')}
        description={t('accounts.disabledNote')}
        defaultValue={stored?.disabledKinds ?? []}
      >
        <Stack gap={6} mt={6}>
          {kinds.map((kind) => (
            <Checkbox key={kind} name="disabledKinds" value={kind} label={t(`request:kind.${kind}`)} />
          ))}
        </Stack>
      </Checkbox.Group>
      <Checkbox
        name="asksBalances"
        label={t('accounts.asksBalances')}
        description={t('accounts.asksBalancesNote')}
        defaultChecked={stored?.asksBalances ?? true}
      />
      <Textarea
        name="settings"
        label={t('accounts.settings')}
        description={t('accounts.settingsHint')}
        defaultValue={stored?.settings ?? '{}'}
        error={
          settingsFault &&
          [settingsFault, ...details.map((wrong) => `${wrong.path}: ${settingText(wrong)}`)].join('\n')
        }
        styles={{
          input: { fontFamily: 'var(--mantine-font-family-monospace)' },
          error: { whiteSpace: 'pre-line' },
        }}
        spellCheck={false}
        autosize
        minRows={4}
        maxRows={24}
      />
    </Stack>
  );
}
