import { Alert } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { useRefusalText } from '#app/components/use-refusal-text.ts';
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
