import { Button, Group, PasswordInput, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Form, redirect, useNavigation } from 'react-router';
import { z } from 'zod';
import { FormAlert } from '#app/components/form-alert.tsx';
import { Page } from '#app/components/page.tsx';
import { useFaults } from '#app/components/use-faults.ts';
import { changePassword } from '#app/features/person/change-password.ts';
import { personContext, servicesContext } from '#app/platform/context.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { visitOf } from '#app/platform/visit.ts';
import type { Route } from './+types/password.ts';

const PasswordsInput = z.strictObject({
  current: z.string().min(1, { error: 'required' }),
  password: z.string().min(1, { error: 'required' }),
});

export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(PasswordsInput, request);
  if (!form.ok) return faulty(form.faults);
  const { current, password: next } = form.value;
  const { userId } = context.get(personContext);
  const visit = visitOf(request, context);
  const changed = await changePassword(context.get(servicesContext), userId, { current, next }, visit);
  if (!changed.ok) return refusal(changed.error);
  return redirect('/account', { headers: { 'Set-Cookie': changed.value.cookie } });
}

export default function Password({ actionData }: Route.ComponentProps) {
  const { t } = useTranslation('account');
  const fault = useFaults(actionData);
  const isBusy = useNavigation().state !== 'idle';
  return (
    <Page title={t('password.title')} note={t('password.note')} back={{ to: '/account', label: t('title') }}>
      <Form method="post" noValidate>
        <Stack maw={360}>
          <FormAlert text={fault('form')} />
          <PasswordInput
            name="current"
            label={t('password.current')}
            error={fault('current')}
            autoComplete="current-password"
          />
          <PasswordInput
            name="password"
            label={t('password.next')}
            description={t('password.hint')}
            error={fault('password')}
            autoComplete="new-password"
          />
          <Group>
            <Button type="submit" loading={isBusy}>
              {t('password.submit')}
            </Button>
          </Group>
        </Stack>
      </Form>
    </Page>
  );
}
