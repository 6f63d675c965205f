import { Button } from '@mantine/core';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { Form, useNavigation } from 'react-router';
import { PageTitle } from '#app/components/page-title.tsx';
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
    <div className={styles.page} lang={locale} style={{ '--client-colour': colour } as CSSProperties}>
      <PageTitle name={t('title')} />
      <main className={styles.main}>
        <span className={styles.brand}>{name}</span>
        <section className={styles.card}>
          <h1 className={styles.title}>{said ?? (about ? t(`link.${about.deed}Title`) : '')}</h1>
          {about && !said ? (
            <Form method="post" style={{ display: 'contents' }}>
              <p className={styles.about}>{t(`link.${about.deed}About`, { name, address: about.address })}</p>
              <Button type="submit" loading={isBusy}>
                {t(`link.${about.deed}`)}
              </Button>
            </Form>
          ) : null}
        </section>
      </main>
    </div>
  );
}
