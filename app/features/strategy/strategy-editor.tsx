import { Button, Group, Text } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp, IconPlus } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Section, Split } from '#app/components/page.tsx';
import { CostFields, EntryFields } from './entry-fields.tsx';
import type { StrategyView } from './read-strategy.ts';
import { SaveBar } from './save-bar.tsx';
import { StepList } from './step-list.tsx';
import { StepPanel } from './step-panel.tsx';
import { TimeAxis } from './time-axis.tsx';
import type { StrategyForm } from './use-strategy-form.ts';

type Props = { strategy: StrategyView; form: StrategyForm };

/** The ladder to be drawn: the axis, the step that was chosen, whom it is for, what it costs. */
export function StrategyEditor({ strategy, form }: Props) {
  const { t } = useTranslation('strategy');
  const isLocked = !strategy.mayWrite;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of undo and redo; both have their buttons
    <div style={{ display: 'contents' }} onKeyDown={(event) => takeBackByKey(event, form)}>
      <Section title={t('steps')} note={isLocked ? null : t('stepsNote')}>
        {isLocked ? null : <Tools form={form} />}
        <TimeAxis form={form} isLocked={isLocked} />
        <Split panel={<StepPanel form={form} isLocked={isLocked} />}>
          <StepList form={form} />
        </Split>
      </Section>
      <EntryFields form={form} isLocked={isLocked} />
      <CostFields form={form} isLocked={isLocked} />
      {isLocked ? null : <SaveBar strategy={strategy} form={form} />}
    </div>
  );
}

function Tools({ form }: { form: StrategyForm }) {
  const { t } = useTranslation('strategy');
  const { undo, redo, faults } = form;
  return (
    <Group gap="xs">
      <Button variant="default" leftSection={<IconPlus size={15} aria-hidden />} onClick={() => form.add({})}>
        {t('addStep')}
      </Button>
      <Button
        variant="default"
        leftSection={<IconArrowBackUp size={15} aria-hidden />}
        disabled={!undo}
        aria-keyshortcuts="Control+Z"
        onClick={() => undo?.()}
      >
        {t('undo')}
      </Button>
      <Button
        variant="default"
        leftSection={<IconArrowForwardUp size={15} aria-hidden />}
        disabled={!redo}
        aria-keyshortcuts="Control+Shift+Z"
        onClick={() => redo?.()}
      >
        {t('redo')}
      </Button>
      <Text c="dimmed" role="status">
        {faults.length > 0 ? t('faults', { count: faults.length }) : t('noFaults')}
      </Text>
    </Group>
  );
}

/** Outside text fields, which take back their own letters. */
function takeBackByKey(event: KeyboardEvent<HTMLElement>, { undo, redo }: StrategyForm) {
  const isTyped = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
  if (isTyped || event.code !== 'KeyZ' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  (event.shiftKey ? redo : undo)?.();
}
