import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Form, useNavigation } from 'react-router';
import { FormAlert } from './form-alert.tsx';
import { Panel } from './page.tsx';

type Props = {
  title: string;
  submit: string;
  fault: string | undefined;
  /** It cannot be sent yet. */
  isHeld?: boolean;
  /** There is no way back from it. */
  isDangerous?: boolean;
  children: ReactNode;
};

/** Beside a list, the form that adds to it. `fault`: what is wrong with it as a whole. */
export function FormPanel({ title, submit, fault, isHeld = false, isDangerous = false, children }: Props) {
  const isBusy = useNavigation().state === 'submitting';
  return (
    <Panel title={title}>
      <Form method="post" noValidate style={{ display: 'contents' }}>
        <FormAlert text={fault} />
        {children}
        <Button type="submit" loading={isBusy} disabled={isHeld} {...(isDangerous ? { color: 'red' } : {})}>
          {submit}
        </Button>
      </Form>
    </Panel>
  );
}
