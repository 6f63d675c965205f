import { Button, Group, NativeSelect, NumberInput, Stack, Text, Textarea } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '#app/components/page.tsx';
import { fillStepText, stepVariables } from '#app/features/ladder/step-text.ts';
import { stepActions } from '#app/features/ladder/strategy.ts';
import { FaultList } from './fault-list.tsx';
import { type DraftStep, firstDay, lastDay } from './strategy-draft.ts';
import { isCollection, isStop } from './strategy-faults.ts';
import { useStepWords } from './use-step-words.ts';
import type { StrategyForm } from './use-strategy-form.ts';

type Props = { form: StrategyForm; isLocked: boolean };

/** The step that was chosen, to be changed. */
export function StepPanel({ form, isLocked }: Props) {
  const { t } = useTranslation('strategy');
  const { nameOf } = useStepWords();
  const { step } = form;
  if (!step) return <Text c="dimmed">{t('noStep')}</Text>;
  const kind = isStop(step) ? 'proposal' : isCollection(step) ? 'collection' : 'service';
  const index = form.draft.steps.indexOf(step);
  return (
    <Panel title={nameOf(step)}>
      <Text size="xs" c="dimmed" role="status">
        {t(kind)}
      </Text>
      <FaultList faults={form.faults.filter((fault) => fault.step === index)} />
      <Group align="start">
        <NumberInput
          w={110}
          label={t('day')}
          description={t('dayHint')}
          value={step.day}
          min={firstDay}
          max={lastDay}
          disabled={isLocked}
          onChange={(day) => day !== '' && day !== '-' && form.setStep(step.id, { day: Number(day) })}
        />
        <NativeSelect
          label={t('channel')}
          data={stepActions.map((action) => ({ value: action, label: t(`action.${action}`) }))}
          value={step.action}
          disabled={isLocked}
          onChange={({ currentTarget: { value } }) => {
            const action = stepActions.find((one) => one === value);
            if (action) form.setStep(step.id, { action });
          }}
        />
      </Group>
      {isStop(step) ? null : <StepText key={step.id} form={form} step={step} isLocked={isLocked} />}
      {isLocked ? null : (
        <div>
          <Button variant="default" color="red" onClick={() => form.remove(step.id)}>
            {t('removeStep')}
          </Button>
        </div>
      )}
    </Panel>
  );
}

function StepText({ form, step, isLocked }: Props & { step: DraftStep }) {
  const { t } = useTranslation('strategy');
  const field = useRef<HTMLTextAreaElement>(null);
  const insert = (name: string) => {
    const { selectionStart: from = step.text.length, selectionEnd: to = from } = field.current ?? {};
    form.setStep(step.id, { text: `${step.text.slice(0, from)}{${name}}${step.text.slice(to)}` }, null);
    field.current?.focus();
  };
  return (
    <Stack gap={8}>
      <Textarea
        ref={field}
        label={t(step.action === 'call' ? 'callText' : 'text')}
        value={step.text}
        autosize
        minRows={3}
        maxLength={2000}
        readOnly={isLocked}
        onChange={(event) => form.setStep(step.id, { text: event.currentTarget.value })}
      />
      {isLocked ? null : (
        <Group gap={4} role="group" aria-label={t('variables')}>
          {stepVariables.map((name) => (
            <Button key={name} size="compact-xs" variant="default" onClick={() => insert(name)}>
              {t(`variable.${name}`)}
            </Button>
          ))}
        </Group>
      )}
      {step.text === '' ? null : <Example step={step} />}
    </Stack>
  );
}

function Example({ step }: { step: DraftStep }) {
  const { t } = useTranslation('strategy');
  const values = t('exampleValues', { returnObjects: true });
  return (
    <div>
      <Text size="xs" c="dimmed">
        {t('example')}
      </Text>
      <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {fillStepText(step.text, { ...values, days: String(Math.max(0, step.day)) })}
      </Text>
    </div>
  );
}
