import { Button, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '#app/components/dialog.tsx';
import { FormAlert } from '#app/components/form-alert.tsx';
import { type BarKind, barKinds } from './outreach.ts';
import { usePaperForm } from './use-paper-form.ts';

/** Why a subscriber may not be contacted, and the paper that says so. */
export function BarDialog({ action, onClose }: { action: string; onClose(): void }) {
  const { t } = useTranslation('outreach');
  const { fault, send, isBusy } = usePaperForm(action, onClose);
  const [kind, setKind] = useState<BarKind>('bankrupt');
  const [proof, setProof] = useState('');
  const [representative, setRepresentative] = useState('');
  const [untilDay, setUntilDay] = useState('');
  return (
    <Dialog title={t('standing.addBar')} onClose={onClose} holdsWork>
      <Stack
        component="form"
        onSubmit={(event) => {
          event.preventDefault();
          const until = untilDay ? new Date(`${untilDay}T23:59:59`).toISOString() : null;
          const speaker = kind === 'representative' ? representative : null;
          send({ kind, proof, representative: speaker, until });
        }}
      >
        <FormAlert text={fault('form')} />
        <NativeSelect
          label={t('standing.kind')}
          value={kind}
          data={barKinds.map((value) => ({ value, label: t(`rule.bar-${value}`) }))}
          onChange={(event) => setKind(event.currentTarget.value as BarKind)}
        />
        {kind === 'representative' ? (
          <TextInput
            label={t('standing.representative')}
            value={representative}
            error={fault('representative')}
            onChange={(event) => setRepresentative(event.currentTarget.value)}
          />
        ) : null}
        <Textarea
          label={t('standing.proof')}
          value={proof}
          error={fault('proof')}
          onChange={(event) => setProof(event.currentTarget.value)}
        />
        <TextInput
          type="date"
          label={t('standing.untilDay')}
          value={untilDay}
          error={fault('until')}
          onChange={(event) => setUntilDay(event.currentTarget.value)}
        />
        <Button type="submit" loading={isBusy}>
          {t('standing.save')}
        </Button>
      </Stack>
    </Dialog>
  );
}
