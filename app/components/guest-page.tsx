import type { CSSProperties, ReactNode } from 'react';
import styles from './guest-page.module.css';
import { PageTitle } from './page-title.tsx';

type GuestPageProps = {
  /** The client company's. */
  name: string;
  colour: string;
  locale: 'ru' | 'en';
  /** In the window's title. */
  what: string;
  title: string;
  children: ReactNode;
};

/** The page of a client company that the link of a mail leads to: nobody is signed in. */
export function GuestPage({ name, colour, locale, what, title, children }: GuestPageProps) {
  return (
    <div className={styles.page} lang={locale} style={{ '--client-colour': colour } as CSSProperties}>
      <PageTitle name={what} />
      <main className={styles.main}>
        <span className={styles.brand}>{name}</span>
        <section className={styles.card}>
          <h1 className={styles.title}>{title}</h1>
          {children}
        </section>
      </main>
    </div>
  );
}
