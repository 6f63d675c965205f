import { Anchor, Button, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Form, useNavigation } from 'react-router';
import { FormAlert } from '#app/components/form-alert.tsx';
import styles from './cabinet.module.css';
import { DoorPage } from './door-page.tsx';
import { useCabinet } from './use-cabinet.ts';
import { useCabinetFaults } from './use-cabinet-faults.ts';

/** Asks for the number; a code goes there. */
export function NumberPage({ answer }: { answer: unknown }) {
  const { t } = useTranslation('cabinet');
  const { slug } = useCabinet();
  const fault = useCabinetFaults(answer);
  const isBusy = useNavigation().state !== 'idle';
  return (
    <DoorPage title={t('door.title')} note={t('door.about')}>
      <Form method="post" className={styles.form} noValidate>
        <FormAlert text={fault('form')} />
        <TextInput
          name="phone"
          type="tel"
          size="lg"
          label={t('door.phone')}
          placeholder="+7 900 000-00-00"
          error={fault('phone')}
          autoComplete="tel"
          autoFocus
        />
        <Button type="submit" size="lg" fullWidth loading={isBusy}>
          {t('door.askCode')}
        </Button>
      </Form>
      <p className={styles.quiet}>
        {t('door.noNumber')}{' '}
        <Anchor href={`/f/${slug}`} underline="always">
          {t('door.write')}
        </Anchor>
      </p>
    </DoorPage>
  );
}
