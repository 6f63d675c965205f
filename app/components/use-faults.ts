import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormAnswer } from '#app/platform/form.ts';

/** Texts of what was wrong with a form, by field; the first wrong field gets the focus. */
export function useFaults(answer: unknown): (field: string) => string | undefined {
  const { t } = useTranslation('faults');
  const { faults, until }: Pick<FormAnswer, 'faults' | 'until'> = isAnswer(answer)
    ? answer
    : { faults: {}, until: null };
  useEffect(() => {
    if (isAnswer(answer)) document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [answer]);
  return (field) => {
    const key = faults[field];
    if (!key) return undefined;
    return key === 'locked' ? t('locked', { count: minutesUntil(until) }) : t(key);
  };
}

function isAnswer(answer: unknown): answer is FormAnswer {
  return typeof answer === 'object' && answer !== null && 'faults' in answer;
}

function minutesUntil(until: Date | null): number {
  return until ? Math.max(1, Math.ceil((until.getTime() - Date.now()) / 60_000)) : 1;
}
