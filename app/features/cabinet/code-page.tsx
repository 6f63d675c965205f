import { Button, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Form, Link, useNavigation } from 'react-router';
import { FormAlert } from '#app/components/form-alert.tsx';
import styles from './cabinet.module.css';
import { DoorPage } from './door-page.tsx';
import { useCabinet } from './use-cabinet.ts';
import { useCabinetFaults } from './use-cabinet-faults.ts';

/** Asks for the code that was sent. */
export function CodePage({ answer }: { answer: unknown }) {
  const { t } = useTranslation('cabinet');
  const { home, locale } = useCabinet();
  const fault = useCabinetFaults(answer);
  const isBusy = useNavigation().state !== 'idle';
  return (
    <DoorPage title={t('code.title')} note={t('code.about')}>
      <Form method="post" className={styles.form} noValidate>
        <FormAlert text={fault('form')} />
        <TextInput
          name="code"
          size="lg"
          label={t('code.label')}
          error={fault('code')}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={9}
          classNames={{ input: styles.code ?? '' }}
          autoFocus
        />
        <Button type="submit" size="lg" fullWidth loading={isBusy}>
          {t('code.enter')}
        </Button>
      </Form>
      <p className={styles.quiet}>
        {t('code.help')} <Link to={`${home}/sign-in?lang=${locale}`}>{t('code.again')}</Link>
      </p>
    </DoorPage>
  );
}
