import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '#app/components/page-title.tsx';
import styles from './cabinet.module.css';
import { useCabinet } from './use-cabinet.ts';

/** Before a cabinet: nothing of anybody is on it. */
export function DoorPage({ title, note, children }: { title: string; note: string; children: ReactNode }) {
  const { t } = useTranslation('cabinet');
  const { name, locale } = useCabinet();
  const other = locale === 'ru' ? 'en' : 'ru';
  return (
    <div className={styles.door}>
      <PageTitle name={title} />
      <main className={styles.doorMain}>
        <div className={styles.doorHead}>
          <span className={styles.brand}>{name}</span>
          <Anchor href={`?lang=${other}`} lang={other}>
            {t('otherLanguage')}
          </Anchor>
        </div>
        <section className={styles.doorCard}>
          <h1 className={styles.title}>{title}</h1>
          <p className={styles.quiet}>{note}</p>
          {children}
        </section>
      </main>
    </div>
  );
}
