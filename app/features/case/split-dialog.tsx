import { Button, Checkbox, Group, Stack } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFetcher, useNavigate } from 'react-router';
import { Dialog } from '#app/components/dialog.tsx';
import { FormAlert } from '#app/components/form-alert.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useFaults } from '#app/components/use-faults.ts';
import { TextField } from '#app/features/request/text-field.tsx';
import type { CaseDetail } from './read-case-detail.ts';

/** Which messages go into a case of their own, and what that one is about. */
export function SplitDialog({ detail, onClose }: { detail: CaseDetail; onClose(): void }) {
  const { t } = useTranslation('case');
  const { home } = useDesk();
  const navigate = useNavigate();
  const fetcher = useFetcher<{ done?: { id: string } }>();
  const fault = useFaults(fetcher.data);
  const [subject, setSubject] = useState('');
  const [chosen, setChosen] = useState<string[]>([]);
  const messages = detail.conversation.entries.filter((entry) => entry.type === 'message');
  const madeId = fetcher.data?.done?.id;
  useEffect(() => {
    if (madeId) void navigate(`${home}/cases/${madeId}`);
  }, [madeId, home, navigate]);
  const send = () =>
    fetcher.submit(
      { messageIds: chosen, subject },
      { method: 'post', action: `${home}/cases/${detail.id}/split`, encType: 'application/json' },
    );
  return (
    <Dialog title={t('split.title')} onClose={onClose} holdsWork>
      <Stack
        component="form"
        gap="sm"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <TextField
          name="subject"
          label={t('split.subject')}
          value={subject}
          fault={undefined}
          onChange={setSubject}
        />
        <FormAlert text={fault('subject') ?? fault('messageIds') ?? fault('form')} />
        <Checkbox.Group label={t('split.which')} value={chosen} onChange={setChosen}>
          <Stack gap={6} mt={6} mah={280} style={{ overflow: 'auto' }}>
            {messages.map(({ id, body, who }) => (
              <Checkbox key={id} value={id} label={`${who ?? t('talk.subscriber')}: ${body.slice(0, 120)}`} />
            ))}
          </Stack>
        </Checkbox.Group>
        <Group justify="flex-end">
          <Button type="submit" disabled={chosen.length === 0} loading={fetcher.state !== 'idle'}>
            {t('split.save', { count: chosen.length })}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
