import { Button, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Form, redirect, useNavigation } from 'react-router';
import { FormAlert } from '#app/components/form-alert.tsx';
import { PageTitle } from '#app/components/page-title.tsx';
import { useFaults } from '#app/components/use-faults.ts';
import { confirmCode } from '#app/features/person/confirm-code.ts';
import { CodeInput } from '#app/features/person/person.ts';
import { servicesContext } from '#app/platform/context.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { readHalfSignedIn } from '#app/platform/session.ts';
import { visitOf } from '#app/platform/visit.ts';
import type { Route } from './+types/code.ts';
import styles from './door.module.css';
import { doorStep } from './door-step.ts';

export async function loader({ request, context }: Route.LoaderArgs) {
  const half = await readHalfSignedIn(context.get(servicesContext), request);
  if (!half) throw redirect('/sign-in');
  if (!half.hasSecondFactor) throw redirect(`/sign-in/enrol${new URL(request.url).search}`);
  return { email: half.email };
}

export async function action({ request, context }: Route.ActionArgs) {
  const services = context.get(servicesContext);
  const half = await readHalfSignedIn(services, request);
  if (!half) throw redirect('/sign-in');
  const form = await readForm(CodeInput, request);
  if (!form.ok) return faulty(form.faults);
  const confirmed = await confirmCode(services, half, form.value.code, visitOf(request, context));
  if (!confirmed.ok) return refusal(confirmed.error);
  return doorStep(request, { ...confirmed.value, next: 'desk' });
}

export default function Code({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation('door');
  const fault = useFaults(actionData);
  const isBusy = useNavigation().state !== 'idle';
  return (
    <section className={styles.card}>
      <PageTitle name={t('code.title')} />
      <div>
        <div className={styles.step}>{t('step', { step: 2, steps: 2 })}</div>
        <h1 className={styles.title}>{t('code.title')}</h1>
      </div>
      <div className={styles.quiet}>
        {t('code.text')}
        <div>{loaderData.email}</div>
      </div>
      <Form method="post" className={styles.form} noValidate>
        <FormAlert text={fault('form')} />
        <TextInput
          name="code"
          size="md"
          className={styles.code}
          label={t('code.label')}
          error={fault('code')}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={7}
          autoFocus
        />
        <Button type="submit" size="sm" fullWidth loading={isBusy}>
          {t('code.submit')}
        </Button>
      </Form>
      <div className={styles.quiet}>{t('code.help')}</div>
      <Form method="post" action="/sign-out">
        <Button type="submit" variant="subtle" px={0}>
          {t('code.other')}
        </Button>
      </Form>
    </section>
  );
}
