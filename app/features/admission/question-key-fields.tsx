import { Button, Checkbox, CloseButton, Input, Radio, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { useFaults } from '#app/components/use-faults.ts';
import styles from './admission.module.css';
import { mostOptions } from './admission.ts';
import type { EditedOption, EditedQuestion } from './use-question-form.ts';

type Props = {
  form: EditedQuestion;
  set(part: Partial<EditedQuestion>): void;
  fault: ReturnType<typeof useFaults>;
};

/** What is right: options with their marks, or a number and how far off is still right. */
export function KeyFields(props: Props) {
  return props.form.kind === 'number' ? <NumberFields {...props} /> : <OptionFields {...props} />;
}

function OptionFields({ form, set, fault }: Props) {
  const { t } = useTranslation('admission');
  const { options, kind } = form;
  const change = (id: number, part: Partial<EditedOption>) => {
    const others = (option: EditedOption) =>
      kind === 'one' && part.isRight ? { ...option, isRight: false } : option;
    set({ options: options.map((option) => (option.id === id ? { ...option, ...part } : others(option))) });
  };
  const add = () => {
    const id = Math.max(-1, ...options.map((option) => option.id)) + 1;
    set({ options: [...options, { id, text: '', isRight: false }] });
  };
  const remove = (id: number) => set({ options: options.filter((option) => option.id !== id) });
  return (
    <Input.Wrapper
      label={t('form.options')}
      description={t('form.optionsHint')}
      error={fault('options') ?? fault('key')}
    >
      <Stack gap={6} mt={4}>
        {options.map((option, index) => (
          <OptionField
            key={option.id}
            option={option}
            number={index + 1}
            isOne={kind === 'one'}
            onChange={(part) => change(option.id, part)}
            onRemove={() => remove(option.id)}
          />
        ))}
      </Stack>
      <Button variant="subtle" size="xs" disabled={options.length >= mostOptions} onClick={add}>
        {t('form.addOption')}
      </Button>
    </Input.Wrapper>
  );
}

type OptionProps = {
  option: EditedOption;
  number: number;
  isOne: boolean;
  onChange(part: Partial<EditedOption>): void;
  onRemove(): void;
};

function OptionField({ option, number, isOne, onChange, onRemove }: OptionProps) {
  const { t } = useTranslation('admission');
  const Mark = isOne ? Radio : Checkbox;
  return (
    <div className={styles.option}>
      <Mark
        aria-label={t('form.isRight', { number })}
        checked={option.isRight}
        onChange={(event) => onChange({ isRight: event.currentTarget.checked })}
      />
      <TextInput
        aria-label={t('form.option', { number })}
        value={option.text}
        onChange={(event) => onChange({ text: event.currentTarget.value })}
        maxLength={300}
      />
      <CloseButton aria-label={t('form.removeOption', { number })} onClick={onRemove} />
    </div>
  );
}

function NumberFields({ form, set, fault }: Props) {
  const { t } = useTranslation('admission');
  return (
    <div className={styles.pair}>
      <TextInput
        label={t('form.value')}
        inputMode="decimal"
        value={form.value}
        onChange={(event) => set({ value: event.currentTarget.value })}
        error={fault('key')}
        maxLength={20}
        required
      />
      <TextInput
        label={t('form.tolerance')}
        inputMode="decimal"
        value={form.tolerance}
        onChange={(event) => set({ tolerance: event.currentTarget.value })}
        maxLength={20}
        required
      />
    </div>
  );
}
