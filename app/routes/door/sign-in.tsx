import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Form, redirect, useNavigation } from 'react-router';
import { FormAlert } from '#app/components/form-alert.tsx';
import { PageTitle } from '#app/components/page-title.tsx';
import { useFaults } from '#app/components/use-faults.ts';
import { ownPath } from '#app/features/person/own-path.ts';
import { SignInInput } from '#app/features/person/person.ts';
import { signIn } from '#app/features/person/sign-in.ts';
import { servicesContext } from '#app/platform/context.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import { visitorContext } from '#app/platform/guards.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { logContext } from '#app/platform/log.ts';
import { visitOf } from '#app/platform/visit.ts';
import type { Route } from './+types/sign-in.ts';
import styles from './door.module.css';
import { doorStep } from './door-step.ts';

export function loader({ request, context }: Route.LoaderArgs) {
  if (context.get(visitorContext)) throw redirect(ownPath(new URL(request.url).searchParams.get('to')));
  return { hasUnendedSession: new URL(request.url).searchParams.get('left') === 'unended' };
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(SignInInput, request);
  if (!form.ok) return faulty(form.faults);
  const visit = visitOf(request, context);
  const signedIn = await signIn(context.get(servicesContext), form.value, visit);
  if (!signedIn.ok) {
    context
      .get(logContext)
      .warn({ address: visit.address, why: signedIn.error.code }, 'A sign-in was refused.');
    return refusal(signedIn.error);
  }
  return doorStep(request, signedIn.value);
}

export default function SignIn({ actionData, loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('door');
  const fault = useFaults(actionData);
  const isBusy = useNavigation().state !== 'idle';
  return (
    <section className={styles.card}>
      <PageTitle name={t('signIn.title')} />
      <h1 className={styles.title}>{t('signIn.title')}</h1>
      <Form method="post" className={styles.form} noValidate>
        <FormAlert text={fault('form') ?? (loaderData.hasUnendedSession ? t('signIn.unended') : undefined)} />
        <TextInput
          name="email"
          type="email"
          size="sm"
          label={t('signIn.email')}
          error={fault('email')}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          autoFocus
        />
        <PasswordInput
          name="password"
          label={t('signIn.password')}
          error={fault('password')}
          autoComplete="current-password"
        />
        <Button type="submit" size="sm" fullWidth loading={isBusy} mt={4}>
          {t('signIn.submit')}
        </Button>
      </Form>
      <div className={styles.quiet}>{t('signIn.help')}</div>
    </section>
  );
}
