import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Form, useNavigation } from 'react-router';
import { FormAlert } from './form-alert.tsx';
import { Panel } from './page.tsx';

type Props = { title: string; submit: string; fault: string | undefined; children: ReactNode };

/** Beside a list, the form that adds to it. `fault`: what is wrong with it as a whole. */
export function FormPanel({ title, submit, fault, children }: Props) {
  const isBusy = useNavigation().state === 'submitting';
  return (
    <Panel title={title}>
      <Form method="post" noValidate style={{ display: 'contents' }}>
        <FormAlert text={fault} />
        {children}
        <Button type="submit" loading={isBusy}>
          {submit}
        </Button>
      </Form>
    </Panel>
  );
}
