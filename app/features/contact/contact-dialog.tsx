import { Button, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '#app/components/dialog.tsx';
import { FormAlert } from '#app/components/form-alert.tsx';
import { CallerPicker } from './caller-picker.tsx';
import { ContactCaseFields } from './contact-case-fields.tsx';
import { ContactChannelFields } from './contact-channel-fields.tsx';
import { emptyContact } from './contact-values.ts';
import { useLogContact } from './use-log-contact.ts';
import { WrapUpFields } from './wrap-up-fields.tsx';

/** A contact in one step: who, in which channel, about what, how it ended. */
export function ContactDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation('case');
  const [values, setValues] = useState(emptyContact);
  const { send, fault, isSending } = useLogContact(onClose);
  const change = (some: Partial<typeof values>) => setValues((now) => ({ ...now, ...some }));
  const joined = values.caller?.cases.find(({ id }) => id === values.caseId);
  return (
    <Dialog title={t('contact.title')} onClose={onClose} size={560} holdsWork>
      <Stack
        component="form"
        gap="sm"
        onSubmit={(event) => {
          event.preventDefault();
          send(values);
        }}
      >
        <CallerPicker
          caller={values.caller}
          onChoose={(caller) => change({ caller, caseId: caller?.cases[0]?.id ?? null })}
        />
        <ContactChannelFields values={values} onChange={change} />
        <ContactCaseFields values={values} fault={fault} onChange={change} />
        <WrapUpFields values={values} onChange={change} />
        <FormAlert text={fault('form') ?? fault('words')} />
        <Group justify="flex-end">
          <Button type="submit" loading={isSending}>
            {joined ? t('contact.saveJoin', { number: joined.number }) : t('contact.save')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
