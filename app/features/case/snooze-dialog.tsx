import { Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '#app/components/use-desk.ts';
import { TextField } from '#app/features/request/text-field.tsx';
import { instantInZone } from '#app/platform/format.ts';
import { PickDialog } from './pick-dialog.tsx';
import { snoozeMoments } from './snooze-moments.ts';

/** Until when: the usual moments by one press, any other by its date. */
export function SnoozeDialog({ onSnooze, onClose }: { onSnooze(until: Date): void; onClose(): void }) {
  const { t } = useTranslation('case');
  const { workplace, format } = useDesk();
  const [moments] = useState(() => snoozeMoments(new Date(), workplace.timeZone));
  const [local, setLocal] = useState('');
  const at = instantInZone(local, workplace.timeZone);
  const isPast = at !== null && at <= new Date();
  return (
    <PickDialog
      title={t('snooze.title')}
      choices={moments.map(({ name, at: moment }) => ({
        value: moment.toISOString(),
        label: t(`snooze.${name}`),
        note: format.moment(moment),
      }))}
      onPick={({ value }) => onSnooze(new Date(value))}
      onClose={onClose}
    >
      <Stack gap="xs" mt="sm">
        <TextField
          name="until"
          type="datetime-local"
          label={t('snooze.other', { zone: workplace.timeZone })}
          value={local}
          fault={isPast ? 'date' : undefined}
          onChange={setLocal}
        />
        <Button
          variant="default"
          disabled={!at || isPast}
          onClick={() => {
            onClose();
            if (at) onSnooze(at);
          }}
        >
          {t('snooze.save')}
        </Button>
        <Text c="dimmed" size="xs">
          {t('snooze.hint')}
        </Text>
      </Stack>
    </PickDialog>
  );
}
