import { Anchor, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ActionButton } from '#app/components/action-button.tsx';
import { Section } from '#app/components/page.tsx';

/** Whether the public form of a client company is open, and where. */
export function FormSection({ base, address, isOpen }: { base: string; address: string; isOpen: boolean }) {
  const { t } = useTranslation('channel');
  return (
    <Section title={t('mailbox.formTitle')} note={t('mailbox.formNote')}>
      <Group>
        {isOpen ? (
          <Anchor href={address} size="sm" target="_blank" rel="noreferrer">
            {address}
          </Anchor>
        ) : null}
        <ActionButton
          action={`${base}/${isOpen ? 'form-closing' : 'form-opening'}`}
          label={t(isOpen ? 'mailbox.formClose' : 'mailbox.formOpen')}
          {...(isOpen ? { confirm: t('mailbox.formCloseSure'), isDanger: true } : {})}
        />
      </Group>
    </Section>
  );
}
