import { Button, Kbd, Stack, Textarea } from '@mantine/core';
import { useEffect, useState } from 'react';
import { FormAlert } from './form-alert.tsx';
import { ofDigit } from './of-digit.ts';
import styles from './outcome-picker.module.css';
import type { useFaults } from './use-faults.ts';
import { belongsElsewhere, useSingleKeys } from './use-keys.ts';

type PickerProps<T extends string> = {
  outcomes: readonly T[];
  labelOf(outcome: T): string;
  noteLabel: string;
  /** The one that is hoped for. */
  wanted?: T;
  isTelling: boolean;
  /** Something else listens to the keys. */
  isPaused?: boolean;
  fault: ReturnType<typeof useFaults>;
  onPick(outcome: T, note: string): void;
};

/** How a call ended: some words, and a button or a digit for each outcome. */
export function OutcomePicker<T extends string>({
  outcomes,
  labelOf,
  noteLabel,
  wanted,
  isTelling,
  isPaused = false,
  fault,
  onPick,
}: PickerProps<T>) {
  const [note, setNote] = useState('');
  useDigits(isPaused || isTelling ? [] : outcomes, (outcome) => onPick(outcome, note));
  return (
    <Stack gap="xs">
      <FormAlert text={fault('form')} />
      <Textarea
        label={noteLabel}
        autosize
        minRows={2}
        maxLength={1000}
        value={note}
        error={fault('note')}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <div className={styles.outcomes}>
        {outcomes.map((outcome, index) => (
          <Button
            key={outcome}
            variant={outcome === wanted ? 'filled' : 'default'}
            justify="space-between"
            rightSection={<Kbd size="xs">{index + 1}</Kbd>}
            aria-keyshortcuts={String(index + 1)}
            loading={isTelling}
            onClick={() => onPick(outcome, note)}
          >
            {labelOf(outcome)}
          </Button>
        ))}
      </div>
    </Stack>
  );
}

/** The digits on the keyboard tell an outcome by its place, outside of fields. */
function useDigits<T extends string>(outcomes: readonly T[], pick: (outcome: T) => void): void {
  const [areSingleKeysOn] = useSingleKeys();
  useEffect(() => {
    if (!areSingleKeysOn) return;
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || belongsElsewhere(event)) return;
      const outcome = ofDigit(outcomes, event.code);
      if (!outcome) return;
      event.preventDefault();
      pick(outcome);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  });
}
