import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useFetcher } from 'react-router';
import { useFaults } from './use-faults.ts';

type ActionButtonProps = {
  /** The address that does it. */
  action: string;
  label: string;
  /** Of many alike on a page, which one: said after the label, not shown. */
  about?: string;
  /** Asked before it is done: the button turns into this text, and does it at the second press. */
  confirm?: string;
  fields?: Record<string, string>;
  variant?: 'default' | 'subtle' | 'filled';
  isDanger?: boolean;
};

/** One deed on one thing. A refusal is shown beneath the button. */
export function ActionButton({
  action,
  label,
  about,
  confirm,
  fields = {},
  variant = 'default',
  isDanger,
}: ActionButtonProps) {
  const fetcher = useFetcher();
  const fault = useFaults(fetcher.data);
  const [isArmed, setArmed] = useState(false);
  const mustArm = confirm !== undefined && !isArmed;
  const shown = isArmed ? confirm : label;
  return (
    <fetcher.Form method="post" action={action} onSubmit={() => setArmed(false)}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button
        type={mustArm ? 'button' : 'submit'}
        variant={isArmed ? 'filled' : variant}
        {...(isDanger ? { color: 'red' } : {})}
        {...(about ? { 'aria-label': `${shown}: ${about}` } : {})}
        loading={fetcher.state !== 'idle'}
        onClick={(event) => {
          if (!mustArm) return;
          event.preventDefault();
          setArmed(true);
        }}
        onBlur={() => setArmed(false)}
      >
        {shown}
      </Button>
      {fault('form') ? (
        <Text c="red" size="xs" role="alert">
          {fault('form')}
        </Text>
      ) : null}
    </fetcher.Form>
  );
}
