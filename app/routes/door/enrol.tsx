import { Button, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Form, redirect, useNavigation } from 'react-router';
import { FormAlert } from '#app/components/form-alert.tsx';
import { PageTitle } from '#app/components/page-title.tsx';
import { TotpKey } from '#app/components/totp-key.tsx';
import { useFaults } from '#app/components/use-faults.ts';
import { readEnrolment } from '#app/features/person/begin-second-factor.ts';
import { confirmSecondFactor } from '#app/features/person/confirm-second-factor.ts';
import { CodeInput } from '#app/features/person/person.ts';
import { servicesContext } from '#app/platform/context.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { readHalfSignedIn } from '#app/platform/session.ts';
import { visitOf } from '#app/platform/visit.ts';
import type { Route } from './+types/enrol.ts';
import styles from './door.module.css';
import { doorStep } from './door-step.ts';

export async function loader({ request, context }: Route.LoaderArgs) {
  const services = context.get(servicesContext);
  const half = await readHalfSignedIn(services, request);
  const enrolment = half && (await readEnrolment(services, half.userId));
  if (!enrolment) throw redirect('/sign-in');
  return enrolment;
}

export async function action({ request, context }: Route.ActionArgs) {
  const services = context.get(servicesContext);
  const half = await readHalfSignedIn(services, request);
  if (!half || half.hasSecondFactor) throw redirect('/sign-in');
  const form = await readForm(CodeInput, request);
  if (!form.ok) return faulty(form.faults);
  const visit = visitOf(request, context);
  const confirmed = await confirmSecondFactor(services, half.userId, form.value.code, visit);
  if (!confirmed.ok) return refusal(confirmed.error);
  return doorStep(request, { ...confirmed.value, next: 'desk' });
}

export default function Enrol({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation('door');
  const fault = useFaults(actionData);
  const isBusy = useNavigation().state !== 'idle';
  return (
    <section className={styles.card}>
      <PageTitle name={t('enrol.title')} />
      <div>
        <div className={styles.step}>{t('step', { step: 2, steps: 2 })}</div>
        <h1 className={styles.title}>{t('enrol.title')}</h1>
      </div>
      <div className={styles.quiet}>{t('enrol.text')}</div>
      <Form method="post" noValidate>
        <ol className={styles.steps}>
          <li>{t('enrol.app')}</li>
          <li>
            {t('enrol.key')}
            <TotpKey {...loaderData} />
          </li>
          <li>
            <label htmlFor="code">{t('enrol.confirm')}</label>
            <TextInput
              id="code"
              name="code"
              size="md"
              mt={8}
              className={styles.code}
              error={fault('code')}
              inputMode="numeric"
              autoComplete="one-time-code"
              maxLength={7}
            />
          </li>
        </ol>
        <FormAlert text={fault('form')} />
        <Button type="submit" size="sm" fullWidth loading={isBusy} mt="md">
          {t('enrol.submit')}
        </Button>
      </Form>
    </section>
  );
}
