import { Button, NativeSelect, NumberInput, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '#app/components/dialog.tsx';
import { FormAlert } from '#app/components/form-alert.tsx';
import { useMoneyDeed } from './use-money-deed.ts';

const kinds = ['payment', 'adjustment', 'write_off'] as const;
type Props = { receivableId: string; today: string; onClose(): void };

/** Books a payment, an adjustment or a write-off by hand. */
export function EntryDialog({ receivableId, today, onClose }: Props) {
  const { t, i18n } = useTranslation('receivable');
  const { fault, isBusy, send } = useMoneyDeed(receivableId, 'entries', onClose);
  const [formToken] = useState(() => crypto.randomUUID());
  const [kind, setKind] = useState<(typeof kinds)[number]>('payment');
  const [roubles, setRoubles] = useState<number | string>('');
  const [on, setOn] = useState(today);
  const [note, setNote] = useState('');
  return (
    <Dialog title={t('entry.title')} onClose={onClose} size="sm" holdsWork>
      <Stack
        component="form"
        gap="sm"
        onSubmit={(event) => {
          event.preventDefault();
          send({ formToken, kind, amountKopecks: Math.round(Number(roubles) * 100), on, note });
        }}
      >
        <FormAlert text={fault('form')} />
        <NativeSelect
          data-autofocus
          label={t('entry.kind')}
          value={kind}
          onChange={(event) => setKind(event.currentTarget.value as (typeof kinds)[number])}
          data={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        />
        <NumberInput
          label={t('entry.amount')}
          description={kind === 'adjustment' ? t('entry.signHint') : undefined}
          decimalScale={2}
          decimalSeparator={i18n.language === 'ru' ? ',' : '.'}
          allowedDecimalSeparators={['.', ',']}
          value={roubles}
          error={fault('amountKopecks')}
          onChange={setRoubles}
        />
        <TextInput
          type="date"
          label={t('entry.on')}
          max={today}
          value={on}
          error={fault('on')}
          onChange={(event) => setOn(event.currentTarget.value)}
        />
        <Textarea
          label={t(kind === 'payment' ? 'entry.note' : 'entry.reason')}
          rows={2}
          value={note}
          error={fault('note')}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Button type="submit" loading={isBusy}>
          {t('entry.book')}
        </Button>
      </Stack>
    </Dialog>
  );
}
