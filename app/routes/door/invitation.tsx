import { Anchor, Button, PasswordInput, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { data, Form, Link, useNavigation } from 'react-router';
import { FormAlert } from '#app/components/form-alert.tsx';
import { PageTitle } from '#app/components/page-title.tsx';
import { useFaults } from '#app/components/use-faults.ts';
import { acceptInvitation } from '#app/features/person/accept-invitation.ts';
import { AcceptanceInput, hashInvitation } from '#app/features/person/invitation.ts';
import { servicesContext } from '#app/platform/context.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { chooseLocale } from '#app/platform/i18n.ts';
import { visitOf } from '#app/platform/visit.ts';
import { getOpenInvitation } from '#db/control/queries/invitations.ts';
import type { Route } from './+types/invitation.ts';
import styles from './door.module.css';
import { doorStep } from './door-step.ts';

export async function loader({ params, context }: Route.LoaderArgs) {
  const { databases, now } = context.get(servicesContext);
  const found = await getOpenInvitation(databases.control, hashInvitation(params.token), now());
  if (!found) return data(null, { status: 404 });
  const { email, role } = found.invitation;
  return { email, role, tenant: found.tenant?.name ?? null };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await readForm(AcceptanceInput, request);
  if (!form.ok) return faulty(form.faults);
  const visit = visitOf(request, context);
  const locale = chooseLocale(undefined, request.headers.get('Accept-Language'));
  const accepted = await acceptInvitation(
    context.get(servicesContext),
    params.token,
    { ...form.value, locale },
    visit,
  );
  return accepted.ok ? doorStep(request, accepted.value) : refusal(accepted.error);
}

export default function Invitation({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation(['door', 'role']);
  const fault = useFaults(actionData);
  const isBusy = useNavigation().state !== 'idle';
  if (!loaderData) return <Gone />;
  const { email, role, tenant } = loaderData;
  return (
    <section className={styles.card}>
      <PageTitle name={t('invitation.title')} />
      <h1 className={styles.title}>{t('invitation.title')}</h1>
      <div>
        {tenant ? t('invitation.tenant', { tenant, role: t(`role:${role}`) }) : t('invitation.centre')}
      </div>
      <Form method="post" className={styles.form} noValidate>
        <FormAlert text={fault('form')} />
        <TextInput size="sm" label={t('invitation.email')} value={email} autoComplete="username" readOnly />
        <TextInput
          name="name"
          size="sm"
          label={t('invitation.name')}
          description={t('invitation.nameHint')}
          error={fault('name')}
          autoComplete="name"
          autoFocus
        />
        <PasswordInput
          name="password"
          label={t('invitation.password')}
          description={t('invitation.passwordHint')}
          error={fault('password')}
          autoComplete="new-password"
        />
        <Button type="submit" size="sm" fullWidth loading={isBusy} mt={4}>
          {t('invitation.submit')}
        </Button>
      </Form>
    </section>
  );
}

function Gone() {
  const { t } = useTranslation('door');
  return (
    <section className={styles.card}>
      <PageTitle name={t('invitation.goneTitle')} />
      <h1 className={styles.title}>{t('invitation.goneTitle')}</h1>
      <div className={styles.quiet}>{t('invitation.gone')}</div>
      <Anchor component={Link} to="/sign-in" size="sm">
        {t('invitation.toSignIn')}
      </Anchor>
    </section>
  );
}
