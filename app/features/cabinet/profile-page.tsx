import { Button, NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Form, useFetcher } from 'react-router';
import { ActionButton } from '#app/components/action-button.tsx';
import { formatMsisdn } from '#app/features/subscriber/phone.ts';
import styles from './cabinet.module.css';
import { preferredChannels } from './cabinet.ts';
import { CabinetList, CabinetPage, CabinetRow, CabinetSection } from './cabinet-page.tsx';
import { ConsentRow } from './consent-row.tsx';
import type { Profile } from './read-profile.ts';
import { useCabinet } from './use-cabinet.ts';

/** Who he is here, what he agreed to, how he would be reached, and where his cabinet is open. */
export function ProfilePage({ profile }: { profile: Profile }) {
  const { t } = useTranslation('cabinet');
  const { format } = useCabinet();
  const { name, msisdn, offers, past } = profile;
  return (
    <CabinetPage title={t('nav.profile')} note={`${name} · ${formatMsisdn(msisdn)}`}>
      <CabinetSection title={t('consent.title')}>
        <p className={styles.quiet}>{t('consent.note')}</p>
        <CabinetList label={t('consent.title')}>
          {offers.map((offer) => (
            <ConsentRow key={`${offer.purpose}-${offer.isRobot}`} offer={offer} />
          ))}
        </CabinetList>
        {past.length === 0 ? null : (
          <details className={styles.panel}>
            <summary>{t('consent.past')}</summary>
            <CabinetList label={t('consent.past')}>
              {past.map(({ id, purpose, channel, text, givenAt, withdrawnAt }) => (
                <CabinetRow
                  key={id}
                  title={text ?? t(`consent.name.${purpose}.${channel === 'robot' ? 'robot' : 'any'}`)}
                  note={t('consent.pastNote', {
                    from: format.moment(givenAt),
                    to: withdrawnAt ? format.moment(withdrawnAt) : '',
                  })}
                />
              ))}
            </CabinetList>
          </details>
        )}
      </CabinetSection>
      <Preferences preference={profile.preference} />
      <Sessions sessions={profile.sessions} />
    </CabinetPage>
  );
}

function Preferences({ preference }: Pick<Profile, 'preference'>) {
  const { t } = useTranslation('cabinet');
  const { home, locale } = useCabinet();
  const fetcher = useFetcher();
  const choose = (path: string, name: string, value: string) =>
    void fetcher.submit({ [name]: value }, { method: 'post', action: `${home}/profile/${path}` });
  const channels = preferredChannels.map((value) => ({ value, label: t(`preference.channel.${value}`) }));
  const isAnother = preference !== null && !channels.some(({ value }) => value === preference);
  return (
    <CabinetSection title={t('preference.title')}>
      <div className={styles.form}>
        <NativeSelect
          size="lg"
          label={t('preference.label')}
          description={t('preference.note')}
          value={isAnother ? '' : (preference ?? '')}
          onChange={(event) => choose('preference', 'channel', event.currentTarget.value)}
          data={[...(preference ? [] : [{ value: '', label: t('preference.none') }]), ...channels]}
        />
        <NativeSelect
          size="lg"
          label={t('preference.language')}
          value={locale}
          onChange={(event) => choose('language', 'locale', event.currentTarget.value)}
          data={[
            { value: 'ru', label: 'Русский' },
            { value: 'en', label: 'English' },
          ]}
        />
      </div>
    </CabinetSection>
  );
}

function Sessions({ sessions }: Pick<Profile, 'sessions'>) {
  const { t } = useTranslation('cabinet');
  const { home, format } = useCabinet();
  return (
    <CabinetSection title={t('session.title')}>
      <CabinetList label={t('session.title')}>
        {sessions.map(({ id, browser, address, createdAt, isCurrent }) => (
          <CabinetRow
            key={id}
            title={browser}
            note={`${address} · ${format.moment(createdAt)}`}
            aside={
              isCurrent ? (
                <span className={styles.quiet}>{t('session.current')}</span>
              ) : (
                <ActionButton action={`${home}/profile/sessions/${id}/ending`} label={t('session.end')} />
              )
            }
          />
        ))}
      </CabinetList>
      <div className={styles.deeds}>
        <Form method="post" action={`${home}/sign-out`}>
          <Button type="submit" size="md" variant="default">
            {t('session.signOut')}
          </Button>
        </Form>
        {sessions.length > 1 ? (
          <Form method="post" action={`${home}/profile/sessions/ending`}>
            <Button type="submit" size="md" variant="subtle" color="red">
              {t('session.endAll')}
            </Button>
          </Form>
        ) : null}
      </div>
    </CabinetSection>
  );
}
