import { Button, NativeSelect, NumberInput, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '#app/components/dialog.tsx';
import { FormAlert } from '#app/components/form-alert.tsx';
import { useMoneyDeed } from './use-money-deed.ts';

const outcomes = ['upheld', 'partly', 'declined'] as const;
type Props = { receivableId: string; disputeId: string; disputedKopecks: number; onClose(): void };

/** Answers a dispute; what he does not owe after all leaves the debt with it. */
export function DisputeClosingDialog({ receivableId, disputeId, disputedKopecks, onClose }: Props) {
  const { t, i18n } = useTranslation('receivable');
  const { fault, isBusy, send } = useMoneyDeed(receivableId, `disputes/${disputeId}/closing`, onClose);
  const [outcome, setOutcome] = useState<(typeof outcomes)[number]>('declined');
  const [roubles, setRoubles] = useState<number | string>('');
  const [answer, setAnswer] = useState('');
  const kopecks = outcome === 'partly' ? Math.round(Number(roubles) * 100) : null;
  return (
    <Dialog title={t('closing.title')} onClose={onClose} size="sm" holdsWork>
      <Stack
        component="form"
        gap="sm"
        onSubmit={(event) => {
          event.preventDefault();
          send({ outcome, kopecks, answer });
        }}
      >
        <FormAlert text={fault('form')} />
        <NativeSelect
          data-autofocus
          label={t('closing.outcome')}
          value={outcome}
          onChange={(event) => setOutcome(event.currentTarget.value as (typeof outcomes)[number])}
          data={outcomes.map((value) => ({ value, label: t(`outcome.${value}`) }))}
        />
        {outcome === 'partly' ? (
          <NumberInput
            label={t('closing.notOwed')}
            min={0}
            max={disputedKopecks / 100}
            decimalScale={2}
            decimalSeparator={i18n.language === 'ru' ? ',' : '.'}
            allowedDecimalSeparators={['.', ',']}
            value={roubles}
            error={fault('kopecks')}
            onChange={setRoubles}
          />
        ) : null}
        <Textarea
          label={t('closing.answer')}
          rows={3}
          value={answer}
          error={fault('answer')}
          onChange={(event) => setAnswer(event.currentTarget.value)}
        />
        <Button type="submit" loading={isBusy}>
          {t('closing.do')}
        </Button>
      </Stack>
    </Dialog>
  );
}
