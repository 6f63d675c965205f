import { Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

type TextFieldProps = {
  label: string;
  /** The field's name in the form, by which its fault is worded. */
  name: string;
  value: string;
  onChange(value: string): void;
  isFaulty: boolean;
  type?: 'text' | 'date' | 'datetime-local' | 'email';
  rows?: number;
  hint?: string;
};

const faultTexts = {
  optionCode: 'required',
  tariffCode: 'required',
  reason: 'required',
  iccid: 'iccid',
  imsi: 'imsi',
  from: 'date',
  to: 'date',
  email: 'email',
  device: 'short',
  task: 'short',
  words: 'short',
  scheduledFor: 'date',
} as const;

/** The words for a fault of a field of a request form. */
export function useFaultText(name: string, isFaulty: boolean): string | undefined {
  const { t } = useTranslation('errors');
  if (!isFaulty) return undefined;
  const text = name in faultTexts ? faultTexts[name as keyof typeof faultTexts] : 'invalid';
  return t(`field.${text}`);
}

/** One line or several, with its fault beside it. */
export function TextField({ label, name, value, onChange, isFaulty, type, rows, hint }: TextFieldProps) {
  const error = useFaultText(name, isFaulty);
  const shared = { label, name, value, error, description: hint, autoComplete: 'off' };
  if (rows) {
    return <Textarea {...shared} rows={rows} onChange={(event) => onChange(event.currentTarget.value)} />;
  }
  return <TextInput {...shared} type={type} onChange={(event) => onChange(event.currentTarget.value)} />;
}
