import {
  Button,
  CloseButton,
  Group,
  MultiSelect,
  NativeSelect,
  NumberInput,
  Stack,
  Text,
} from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Section } from '#app/components/page.tsx';
import { decimalsOf, shownValue, storedValue } from './condition-units.ts';
import {
  type ChoiceField,
  type Condition,
  choiceFields,
  type NumberField,
  numberFields,
} from './conditions.ts';
import type { Choice } from './read-campaign.ts';
import type { PlanForm } from './use-campaign-plan.ts';
import { useChoiceWords } from './use-choice-words.ts';

type Choices = Record<ChoiceField, Choice[]>;

/** Who fits: a row a condition, all of which must be met. */
export function ConditionList({ form, choices }: { form: PlanForm; choices: Choices }) {
  const { t } = useTranslation('campaign');
  const { conditions } = form.plan;
  return (
    <Section title={t('conditions')} note={t('conditionsNote')}>
      <Stack gap="xs">
        {conditions.length === 0 ? <Text c="dimmed">{t('noConditions')}</Text> : null}
        {conditions.map((condition, index) => (
          <ConditionRow
            // biome-ignore lint/suspicious/noArrayIndexKey: a condition has no name of its own
            key={index}
            condition={condition}
            choices={choices}
            onChange={(changed) => form.setCondition(index, changed)}
            onRemove={() => form.removeCondition(index)}
          />
        ))}
      </Stack>
      <Group>
        <Button variant="default" onClick={form.addCondition}>
          {t('addCondition')}
        </Button>
      </Group>
    </Section>
  );
}

type RowProps = {
  condition: Condition;
  choices: Choices;
  onChange(condition: Condition): void;
  onRemove(): void;
};

function ConditionRow({ condition, choices, onChange, onRemove }: RowProps) {
  const { t } = useTranslation('campaign');
  const fields = [...numberFields, ...choiceFields].map((value) => ({ value, label: t(`field.${value}`) }));
  return (
    <Group align="end" gap="xs">
      <NativeSelect
        aria-label={t('conditions')}
        data={fields}
        value={condition.field}
        onChange={(event) => onChange(begin(event.currentTarget.value, choices))}
      />
      {'values' in condition ? (
        <ChoiceFields condition={condition} choices={choices[condition.field]} onChange={onChange} />
      ) : (
        <NumberFields condition={condition} onChange={onChange} />
      )}
      <CloseButton aria-label={`${t('remove')}: ${t(`field.${condition.field}`)}`} onClick={onRemove} />
    </Group>
  );
}

function begin(field: string, choices: Choices): Condition {
  const number = numberFields.find((one) => one === field);
  if (number) return { field: number, is: 'at-least', value: 0 };
  const choice = choiceFields.find((one) => one === field) ?? 'carrier';
  return { field: choice, is: 'any-of', values: [choices[choice][0]?.value ?? '—'] };
}

/** The conditions of a campaign that is drawn, in words. */
export function ConditionWords({ conditions }: { conditions: readonly Condition[] }) {
  const { t, i18n } = useTranslation('campaign');
  const wordOf = useChoiceWords();
  if (conditions.length === 0) return <Text>{t('noConditions')}</Text>;
  return conditions.map((condition) => {
    const given =
      'values' in condition
        ? condition.values.map((value) => wordOf(condition.field, value) ?? value).join(', ')
        : shownValue(condition.field, condition.value).toLocaleString(i18n.language);
    const words = `${t(`field.${condition.field}`)}: ${t(`is.${condition.is}`)} ${given}`;
    return <Text key={words}>{words}</Text>;
  });
}

type NumberCondition = Extract<Condition, { value: number }> & { field: NumberField };
type ChoiceCondition = Extract<Condition, { values: string[] }>;

function NumberFields({
  condition,
  onChange,
}: {
  condition: NumberCondition;
  onChange: RowProps['onChange'];
}) {
  const { t, i18n } = useTranslation('campaign');
  const separator = i18n.language === 'ru' ? ',' : '.';
  return (
    <>
      <NativeSelect
        aria-label={t(`field.${condition.field}`)}
        data={(['at-least', 'at-most'] as const).map((value) => ({ value, label: t(`is.${value}`) }))}
        value={condition.is}
        onChange={(event) =>
          onChange({ ...condition, is: event.currentTarget.value === 'at-most' ? 'at-most' : 'at-least' })
        }
      />
      <NumberInput
        aria-label={t('value')}
        w={120}
        decimalScale={decimalsOf(condition.field)}
        decimalSeparator={separator}
        min={-10_000_000}
        max={10_000_000}
        value={shownValue(condition.field, condition.value)}
        onChange={(value) => onChange({ ...condition, value: storedValue(condition.field, value) })}
      />
    </>
  );
}

type ChoiceProps = { condition: ChoiceCondition; choices: Choice[]; onChange: RowProps['onChange'] };

/** What was chosen and is offered no more stays chosen. */
function ChoiceFields({ condition, choices, onChange }: ChoiceProps) {
  const { t } = useTranslation('campaign');
  const known = new Set(choices.map(({ value }) => value));
  const wordOf = useChoiceWords();
  const named = choices.map(({ value, label }) => ({
    value,
    label: wordOf(condition.field, value) ?? label,
  }));
  const gone = condition.values
    .filter((value) => !known.has(value))
    .map((value) => ({ value, label: wordOf(condition.field, value) ?? value }));
  return (
    <>
      <NativeSelect
        aria-label={t(`field.${condition.field}`)}
        data={(['any-of', 'none-of'] as const).map((value) => ({ value, label: t(`is.${value}`) }))}
        value={condition.is}
        onChange={(event) =>
          onChange({ ...condition, is: event.currentTarget.value === 'none-of' ? 'none-of' : 'any-of' })
        }
      />
      <MultiSelect
        aria-label={t('values')}
        miw={220}
        searchable
        limit={50}
        data={[...named, ...gone]}
        value={condition.values}
        onChange={(values) => (values.length > 0 ? onChange({ ...condition, values }) : null)}
      />
    </>
  );
}
