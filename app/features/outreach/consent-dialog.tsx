import { Button, NativeSelect, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '#app/components/dialog.tsx';
import { FormAlert } from '#app/components/form-alert.tsx';
import { usePaperForm } from './use-paper-form.ts';

const purposes = ['advertising', 'survey', 'service', 'collection'] as const;
const channels = ['sms', 'email', 'messenger', 'call', 'robot'] as const;

/** What a subscriber agreed to, in which words, and how that is proved. */
export function ConsentDialog({ action, onClose }: { action: string; onClose(): void }) {
  const { t } = useTranslation('outreach');
  const { fault, send, isBusy } = usePaperForm(action, onClose);
  const [purpose, setPurpose] = useState<string>('advertising');
  const [channel, setChannel] = useState('');
  const [text, setText] = useState('');
  const [proof, setProof] = useState('');
  return (
    <Dialog title={t('standing.addConsent')} onClose={onClose} holdsWork>
      <Stack
        component="form"
        onSubmit={(event) => {
          event.preventDefault();
          send({ purpose, channel: channel || null, text, proof });
        }}
      >
        <FormAlert text={fault('form')} />
        <NativeSelect
          label={t('standing.purposeLabel')}
          value={purpose}
          data={purposes.map((value) => ({ value, label: t(`purpose.${value}`) }))}
          onChange={(event) => setPurpose(event.currentTarget.value)}
        />
        <NativeSelect
          label={t('standing.channelLabel')}
          value={channel}
          data={[
            { value: '', label: t('standing.anyChannel') },
            ...channels.map((value) => ({ value, label: t(`channel.${value}`) })),
          ]}
          onChange={(event) => setChannel(event.currentTarget.value)}
        />
        <Textarea
          label={t('standing.textLabel')}
          autosize
          minRows={3}
          value={text}
          error={fault('text')}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Textarea
          label={t('standing.proof')}
          value={proof}
          error={fault('proof')}
          onChange={(event) => setProof(event.currentTarget.value)}
        />
        <Button type="submit" loading={isBusy}>
          {t('standing.save')}
        </Button>
      </Stack>
    </Dialog>
  );
}
