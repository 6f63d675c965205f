import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Form, useNavigation } from 'react-router';
import { GuestPage } from '#app/components/guest-page.tsx';
import styles from './mail-link-page.module.css';

type Asked = {
  name: string;
  colour: string;
  locale: 'ru' | 'en';
  /** `null`: the link is no longer good. */
  about: { deed: 'confirm' | 'end'; address: string; isDone: boolean } | null;
};

/** Where the link of a mail leads: one button that says yes to reports, or no more. */
export function MailLinkPage({
  asked: { name, colour, locale, about },
  answer,
}: {
  asked: Asked;
  answer: unknown;
}) {
  const { t } = useTranslation('reportMail');
  const isBusy = useNavigation().state !== 'idle';
  const isDone = about?.isDone || (typeof answer === 'object' && answer !== null && 'done' in answer);
  const said = !about
    ? t('link.over')
    : isDone
      ? t(about.deed === 'confirm' ? 'link.confirmed' : 'link.ended')
      : null;
  return (
    <GuestPage
      name={name}
      colour={colour}
      locale={locale}
      what={t('title')}
      title={said ?? (about ? t(`link.${about.deed}Title`) : '')}
    >
      {about && !said ? (
        <Form method="post" style={{ display: 'contents' }}>
          <p className={styles.about}>{t(`link.${about.deed}About`, { name, address: about.address })}</p>
          <Button type="submit" loading={isBusy}>
            {t(`link.${about.deed}`)}
          </Button>
        </Form>
      ) : null}
    </GuestPage>
  );
}
