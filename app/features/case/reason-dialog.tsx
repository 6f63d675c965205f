import { Button, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '#app/components/dialog.tsx';
import { TextField } from '#app/features/request/text-field.tsx';

type ReasonProps = { name: 'wait' | 'reopen'; onReason(reason: string): void; onClose(): void };

/** A move that a person explains in his own words. */
export function ReasonDialog({ name, onReason, onClose }: ReasonProps) {
  const { t } = useTranslation('case');
  const [reason, setReason] = useState('');
  const [isFaulty, setFaulty] = useState(false);
  return (
    <Dialog title={t(`move.${name}`)} onClose={onClose} size="sm" holdsWork>
      <Stack
        component="form"
        gap="sm"
        onSubmit={(event) => {
          event.preventDefault();
          const isLongEnough = reason.trim().length >= 3;
          setFaulty(!isLongEnough);
          if (!isLongEnough) return;
          onClose();
          onReason(reason.trim());
        }}
      >
        <TextField
          name="reason"
          rows={3}
          label={t(`why.${name}`)}
          hint={t('why.hint')}
          value={reason}
          fault={isFaulty ? 'short' : undefined}
          onChange={setReason}
        />
        <Group justify="flex-end">
          <Button type="submit">{t(`move.${name}`)}</Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
