import { Button, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '#app/components/dialog.tsx';
import { FormAlert } from '#app/components/form-alert.tsx';
import { useMoneyDeed } from './use-money-deed.ts';

type Props = {
  receivableId: string;
  deed: 'reversal' | 'dispute';
  path: string;
  /** Sent along with the reason. */
  fields?: Record<string, string | null>;
  onClose(): void;
};

/** A deed on a debt that a person explains in his own words. */
export function MoneyReasonDialog({ receivableId, deed, path, fields, onClose }: Props) {
  const { t } = useTranslation('receivable');
  const { fault, isBusy, send } = useMoneyDeed(receivableId, path, onClose);
  const [reason, setReason] = useState('');
  return (
    <Dialog title={t(`${deed}.title`)} onClose={onClose} size="sm" holdsWork>
      <Stack
        component="form"
        gap="sm"
        onSubmit={(event) => {
          event.preventDefault();
          send({ ...fields, reason });
        }}
      >
        <FormAlert text={fault('form') ?? fault('kopecks')} />
        <Textarea
          data-autofocus
          label={t(`${deed}.reason`)}
          description={t(`${deed}.hint`)}
          rows={3}
          value={reason}
          error={fault('reason')}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Button type="submit" loading={isBusy}>
          {t(`${deed}.do`)}
        </Button>
      </Stack>
    </Dialog>
  );
}
