import { Alert } from '@mantine/core';

/** What is wrong with a form as a whole. */
export function FormAlert({ text }: { text: string | undefined }) {
  if (!text) return null;
  return (
    <Alert color="red" role="alert" p="xs">
      {text}
    </Alert>
  );
}
