import { NativeSelect, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDesk } from '#app/components/use-desk.ts';

export function CarrierField({ value, error }: { value: string; error: string | undefined }) {
  const { t } = useTranslation('knowledge');
  const { carriers } = useDesk();
  return (
    <NativeSelect
      name="carrier"
      label={t('form.carrier')}
      description=" "
      defaultValue={value}
      error={error}
      data={[
        { value: '', label: t('everyCarrier') },
        ...Object.entries(carriers).map(([id, label]) => ({ value: id, label })),
      ]}
    />
  );
}

type BodyProps = { value: string; error: string | undefined; onChange(text: string): void };

export function BodyField({ value, error, onChange }: BodyProps) {
  const { t } = useTranslation('knowledge');
  return (
    <Textarea
      name="body"
      label={t('form.body')}
      value={value}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
      autosize
      minRows={12}
      maxRows={28}
      maxLength={100_000}
      required
    />
  );
}
