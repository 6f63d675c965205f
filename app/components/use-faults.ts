import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { type HttpError, httpErrors, type Refused } from '#app/platform/http-errors.ts';
import { useRefusalText } from './use-refusal-text.ts';

/** Texts of what was wrong with a form, by field; the first wrong field gets the focus. */
export function useFaults(answer: unknown): (field: string) => string | undefined {
  const { t } = useTranslation('errors');
  const refusalText = useRefusalText();
  useFocusOnFault(answer);
  return (field) => {
    if (!isRefused(answer)) return undefined;
    const { error, faults } = answer;
    if (error) return fieldOf(httpErrors[error.code]) === field ? refusalText(error) : undefined;
    const key = faults[field];
    return key && t(`field.${key}`);
  };
}

/** Brings the person to the first wrong field of what was answered. */
export function useFocusOnFault(answer: unknown): void {
  useEffect(() => {
    if (isRefused(answer)) document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [answer]);
}

/** The field that a refusal stands beside; `form` when it is about the whole. */
function fieldOf({ field = 'form' }: HttpError): string {
  return field;
}

export function isRefused(answer: unknown): answer is Refused {
  return typeof answer === 'object' && answer !== null && ('faults' in answer || 'error' in answer);
}
