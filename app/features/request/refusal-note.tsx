import { Alert } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCarrierWords } from '#app/components/use-carrier-words.ts';
import type { Refusal } from '#app/platform/http-errors.ts';

/** What happened, to what, and what to do now. */
export function RefusalNote({ error }: { error: Refusal }) {
  const text = useRefusalText();
  return (
    <Alert color="red" variant="light" role="alert" icon={<IconAlertCircle size={18} />} py="xs">
      {text(error)}
    </Alert>
  );
}

/** The words of a refusal, with the carrier's own where it gave them. */
export function useRefusalText() {
  const { t } = useTranslation('errors');
  const { failureText } = useCarrierWords();
  return (error: Refusal): string => {
    const says = 'failure' in error ? failureText(error.failure) : '';
    const number = 'number' in error ? (error.number ?? '') : '';
    return t(error.code, { says, number });
  };
}
