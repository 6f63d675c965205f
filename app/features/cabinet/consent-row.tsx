import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFetcher } from 'react-router';
import styles from './cabinet.module.css';
import type { Profile } from './read-profile.ts';
import { useCabinet } from './use-cabinet.ts';
import { useCabinetFaults } from './use-cabinet-faults.ts';

/** One thing he may agree to, its words, and the tap that gives it or takes it back. */
export function ConsentRow({ offer }: { offer: Profile['offers'][number] }) {
  const { t } = useTranslation('cabinet');
  const { home, format } = useCabinet();
  const fetcher = useFetcher();
  const fault = useCabinetFaults(fetcher.data);
  const { offer: name, purpose, isRobot, givenAt, text } = offer;
  const action = `${home}/profile/consents${givenAt ? '/withdrawal' : ''}`;
  return (
    <fetcher.Form method="post" action={action} className={styles.consent}>
      <div className={styles.rowText}>
        <span className={styles.rowTitle}>{t(`consent.name.${purpose}.${isRobot ? 'robot' : 'any'}`)}</span>
        <span className={styles.small}>{text}</span>
        <span className={styles.quiet}>
          {givenAt ? t('consent.given', { at: format.moment(givenAt) }) : t('consent.notGiven')}
        </span>
        {fault('form') ? (
          <span className={styles.late} role="alert">
            {fault('form')}
          </span>
        ) : null}
      </div>
      {givenAt ? (
        <>
          <input type="hidden" name="purpose" value={purpose} />
          <input type="hidden" name="isRobot" value={isRobot ? 'yes' : 'no'} />
        </>
      ) : (
        <input type="hidden" name="offer" value={name ?? ''} />
      )}
      <Button
        type="submit"
        size="sm"
        variant={givenAt ? 'default' : 'light'}
        loading={fetcher.state !== 'idle'}
      >
        {t(givenAt ? 'consent.withdraw' : 'consent.give')}
      </Button>
    </fetcher.Form>
  );
}
