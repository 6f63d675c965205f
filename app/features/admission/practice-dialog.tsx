import { Alert, Button, Group, NativeSelect, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFetcher } from 'react-router';
import { FormAlert } from '#app/components/form-alert.tsx';
import { useCarrierWords } from '#app/components/use-carrier-words.ts';
import { useDesk } from '#app/components/use-desk.ts';
import { useFaults } from '#app/components/use-faults.ts';
import { TermsTable } from '#app/features/request/terms-table.tsx';
import styles from './admission.module.css';
import { asksForItem, type PracticeKind, practiceKinds } from './practice.ts';
import { PracticeEnd } from './practice-end.tsx';
import type { PracticeStep } from './practise.ts';
import type { Exercise } from './read-exercise.ts';

type Chosen = { kind: PracticeKind | ''; itemCode: string; reason: 'wish' | 'theft' };
const nothingChosen: Chosen = { kind: '', itemCode: '', reason: 'wish' };

/** The dialog of a request, against the simulator: choose, hear the terms, send, or send nothing and explain. */
export function PracticeDialog({ exercise }: { exercise: Exercise }) {
  const { t } = useTranslation('admission');
  const { home } = useDesk();
  const fetcher = useFetcher<{ done?: PracticeStep }>();
  const fault = useFaults(fetcher.data);
  const [chosen, setChosen] = useState(nothingChosen);
  const [heard, setHeard] = useState<Chosen | null>(null);
  const ask = (step: 'preview' | 'send' | 'decline') => {
    setHeard(chosen);
    const { kind, itemCode, reason } = chosen;
    const body = {
      step,
      kind,
      itemCode: kind && asksForItem(kind) ? itemCode : null,
      reason: kind === 'line.block' ? reason : null,
    };
    const address = { action: `${home}/admission/practice/${exercise.requestId}` };
    const sent = step === 'decline' ? { step } : body;
    void fetcher.submit(sent, { method: 'post', encType: 'application/json', ...address });
  };
  const done = fetcher.data?.done;
  if (done?.step === 'end') return <PracticeEnd outcome={done} />;
  const isBusy = fetcher.state !== 'idle';
  const terms = heard === chosen && done?.step === 'terms' ? done : null;
  return (
    <form
      className={styles.fields}
      onSubmit={(event) => {
        event.preventDefault();
        ask(terms ? 'send' : 'preview');
      }}
    >
      <FormAlert text={fault('form')} />
      <Fields exercise={exercise} chosen={chosen} fault={fault} onChange={setChosen} />
      {terms ? <Terms terms={terms} /> : null}
      <Group gap="xs">
        <Button type="submit" loading={isBusy}>
          {t(terms ? 'practice.send' : 'practice.askTerms')}
        </Button>
        <Button variant="default" disabled={isBusy} onClick={() => ask('decline')}>
          {t('practice.decline')}
        </Button>
      </Group>
    </form>
  );
}

type FieldProps = {
  exercise: Exercise;
  chosen: Chosen;
  fault(field: string): string | undefined;
  onChange(chosen: Chosen): void;
};

function Fields({ exercise, chosen, fault, onChange }: FieldProps) {
  const { t } = useTranslation(['admission', 'request', 'desk']);
  const { kind, itemCode, reason } = chosen;
  const isTariff = kind === 'tariff.change';
  const items = isTariff ? exercise.tariffs : exercise.options;
  return (
    <>
      <NativeSelect
        label={t('practice.kind')}
        value={kind}
        onChange={({ currentTarget }) => {
          const next = practiceKinds.find((one) => one === currentTarget.value) ?? '';
          onChange({ ...nothingChosen, kind: next });
        }}
        error={fault('kind')}
        data={[
          { value: '', label: t('practice.choose') },
          ...practiceKinds.map((value) => ({ value, label: t(`request:kind.${value}`) })),
        ]}
      />
      {kind && asksForItem(kind) ? (
        <NativeSelect
          label={t(isTariff ? 'desk:create.tariff' : 'desk:create.option')}
          value={itemCode}
          onChange={({ currentTarget }) => onChange({ ...chosen, itemCode: currentTarget.value })}
          error={fault('itemCode')}
          data={[
            { value: '', label: t('practice.choose') },
            ...items.map(({ code, name }) => ({ value: code, label: name })),
          ]}
        />
      ) : null}
      {kind === 'line.block' ? (
        <NativeSelect
          label={t('desk:create.reason')}
          value={reason}
          onChange={({ currentTarget }) =>
            onChange({ ...chosen, reason: currentTarget.value === 'theft' ? 'theft' : 'wish' })
          }
          error={fault('reason')}
          data={(['wish', 'theft'] as const).map((value) => ({
            value,
            label: t(`request:blockReason.${value}`),
          }))}
        />
      ) : null}
    </>
  );
}

function Terms({ terms }: { terms: Extract<PracticeStep, { step: 'terms' }> }) {
  const { t } = useTranslation(['admission', 'desk']);
  const { failureText } = useCarrierWords();
  if (terms.byPerson) return <Text>{t('desk:create.byPerson')}</Text>;
  if (terms.preview) return <TermsTable preview={terms.preview} before={null} />;
  return terms.failure ? (
    <Alert color="orange" role="status" title={t('practice.refusesNow')}>
      {failureText(terms.failure)}
    </Alert>
  ) : null;
}
