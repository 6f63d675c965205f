import { Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FaultKey } from '#app/platform/form.ts';

type TextFieldProps = {
  label: string;
  name: string;
  value: string;
  onChange(value: string): void;
  fault: FaultKey | undefined;
  type?: 'text' | 'date' | 'datetime-local' | 'email';
  rows?: number;
  hint?: string;
};

/** The words for a fault of a field. */
export function useFaultText(fault: FaultKey | undefined): string | undefined {
  const { t } = useTranslation('errors');
  return fault && t(`field.${fault}`);
}

/** One line or several, with its fault beside it. */
export function TextField({ label, name, value, onChange, fault, type, rows, hint }: TextFieldProps) {
  const error = useFaultText(fault);
  const shared = { label, name, value, error, description: hint, autoComplete: 'off' };
  if (rows) {
    return <Textarea {...shared} rows={rows} onChange={(event) => onChange(event.currentTarget.value)} />;
  }
  return <TextInput {...shared} type={type} onChange={(event) => onChange(event.currentTarget.value)} />;
}
