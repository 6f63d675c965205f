import { NumberInput, Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { useFaults } from '#app/components/use-faults.ts';
import { useEventChoices } from './use-event-choices.ts';

type TargetProps = { titleLabel: string; fault: ReturnType<typeof useFaults> };

/** What a quest or a goal is called, which event it counts and how many of them. */
export function TargetFields({ titleLabel, fault }: TargetProps) {
  const { t } = useTranslation('game');
  return (
    <>
      <TextInput name="title" label={titleLabel} error={fault('title')} />
      <Select
        name="event"
        label={t('rules.event')}
        data={useEventChoices()}
        defaultValue="case-solved"
        allowDeselect={false}
      />
      <NumberInput
        name="target"
        w={100}
        label={t('rules.target')}
        min={1}
        decimalScale={0}
        error={fault('target')}
      />
    </>
  );
}
