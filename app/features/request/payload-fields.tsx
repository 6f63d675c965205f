import { Group, Select, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCarrierWords } from '#app/components/use-carrier-words.ts';
import { useDesk } from '#app/components/use-desk.ts';
import type { Faults } from '#app/platform/form.ts';
import type { Choices } from './list-choices.ts';
import type { RequestKind } from './request.ts';
import { TextField, useFaultText } from './text-field.tsx';

type PayloadFieldsProps = {
  kind: RequestKind;
  values: Record<string, string>;
  faults: Faults;
  choices: Choices | undefined;
  carrier: string;
  onChange(field: string, value: string): void;
};

/** The fields of one kind of request. */
export function PayloadFields(props: PayloadFieldsProps) {
  const { t } = useTranslation('desk');
  const { kind, values, faults, onChange } = props;
  const text = (name: 'iccid' | 'imsi' | 'from' | 'to' | 'email' | 'device' | 'task', more = {}) => (
    <TextField
      key={name}
      name={name}
      label={t(`create.${name}`)}
      value={values[name] ?? ''}
      fault={faults[name]}
      onChange={(value) => onChange(name, value)}
      {...more}
    />
  );
  switch (kind) {
    case 'option.connect':
    case 'option.disconnect':
      return <ItemSelect {...props} name="optionCode" label={t('create.option')} />;
    case 'tariff.change':
      return <ItemSelect {...props} name="tariffCode" label={t('create.tariff')} />;
    case 'line.block':
      return <ReasonSelect {...props} />;
    case 'sim.replace':
      return [text('iccid'), text('imsi')];
    case 'invoice.order':
    case 'details.order':
      return [
        <Group key="period" grow align="start">
          {text('from', { type: 'date' })}
          {text('to', { type: 'date' })}
        </Group>,
        text('email', { type: 'email' }),
      ];
    case 'device.setup':
      return [text('device'), text('task', { rows: 3 })];
    case 'other':
      return text('task', { rows: 4 });
    default:
      return null;
  }
}

type ItemSelectProps = PayloadFieldsProps & { name: 'optionCode' | 'tariffCode'; label: string };

function ItemSelect({ name, label, values, faults, choices, carrier, onChange }: ItemSelectProps) {
  const { t } = useTranslation('desk');
  const feeText = useFeeText();
  const { failureText } = useCarrierWords();
  const error = useFaultText(faults[name]);
  const items = choices?.items ?? [];
  if (choices?.failure) {
    return (
      <>
        <TextField
          name={name}
          label={label}
          value={values[name] ?? ''}
          fault={faults[name]}
          onChange={(value) => onChange(name, value)}
        />
        <Text size="xs" c="dimmed">
          {failureText(choices.failure)}
        </Text>
      </>
    );
  }
  return (
    <Select
      label={label}
      searchable
      error={error}
      disabled={!choices}
      placeholder={choices ? undefined : t('create.loading', { carrier })}
      nothingFoundMessage={t('create.noItems')}
      value={values[name] ?? null}
      onChange={(value) => onChange(name, value ?? '')}
      data={items.map(({ code, name: title }) => ({ value: code, label: title }))}
      renderOption={({ option }) => {
        const item = items.find(({ code }) => code === option.value);
        return (
          <Group justify="space-between" wrap="nowrap" flex={1}>
            <span>{option.label}</span>
            <Text span size="xs" c="dimmed">
              {item ? feeText(item) : null}
            </Text>
          </Group>
        );
      }}
    />
  );
}

function ReasonSelect({ values, faults, onChange }: PayloadFieldsProps) {
  const { t } = useTranslation(['desk', 'request']);
  return (
    <Select
      label={t('create.reason')}
      error={useFaultText(faults.reason)}
      value={values.reason ?? null}
      onChange={(value) => onChange('reason', value ?? '')}
      data={(['wish', 'theft'] as const).map((value) => ({
        value,
        label: t(`request:blockReason.${value}`),
      }))}
    />
  );
}

function useFeeText() {
  const { t } = useTranslation('desk');
  const { format } = useDesk();
  return ({ feeOnceKopecks: once, feeMonthKopecks: month }: Choices['items'][number]): string =>
    [
      once === null || once === 0 ? null : t('create.termNow', { fee: format.money(once) }),
      month === null ? null : t('create.termMonth', { fee: format.money(month) }),
    ]
      .filter(Boolean)
      .join(', ');
}
