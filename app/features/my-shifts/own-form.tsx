import { Button, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useFetcher } from 'react-router';
import { FormAlert } from '#app/components/form-alert.tsx';
import { useFaults } from '#app/components/use-faults.ts';

type Fault = ReturnType<typeof useFaults>;

/** A form that stays on the page. */
export function OwnForm({
  action,
  submit,
  children,
}: {
  action: string;
  submit: string;
  children(fault: Fault): ReactNode;
}) {
  const fetcher = useFetcher<{ done?: unknown }>();
  const fault = useFaults(fetcher.data);
  return (
    <fetcher.Form method="post" action={action}>
      <Stack gap="xs">
        <FormAlert text={fault('form')} />
        {children(fault)}
        <Button type="submit" variant="default" loading={fetcher.state !== 'idle'}>
          {submit}
        </Button>
      </Stack>
    </fetcher.Form>
  );
}
