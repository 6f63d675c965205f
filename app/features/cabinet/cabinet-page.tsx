import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { PageTitle } from '#app/components/page-title.tsx';
import styles from './cabinet.module.css';

type PageProps = { title: string; note?: string; back?: { to: string; label: string }; children: ReactNode };

/** A page of the cabinet: its name and what is on it. */
export function CabinetPage({ title, note, back, children }: PageProps) {
  return (
    <div className={styles.page}>
      <PageTitle name={title} />
      <div>
        {back ? (
          <Link to={back.to} className={styles.back}>
            ← {back.label}
          </Link>
        ) : null}
        <h1 className={styles.title}>{title}</h1>
        {note ? <p className={styles.quiet}>{note}</p> : null}
      </div>
      {children}
    </div>
  );
}

/** A part of a page with a heading of its own. */
export function CabinetSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>{title}</h2>
      {children}
    </section>
  );
}

type RowProps = { to?: string; title: ReactNode; note?: ReactNode; aside?: ReactNode; isNew?: boolean };

/** One thing of a list; with an address it opens. */
export function CabinetRow({ to, title, note, aside, isNew = false }: RowProps) {
  const inside = (
    <>
      <span className={styles.rowText}>
        <span className={isNew ? styles.rowNew : styles.rowTitle}>{title}</span>
        {note ? <span className={styles.quiet}>{note}</span> : null}
      </span>
      {aside ? <span className={styles.aside}>{aside}</span> : null}
    </>
  );
  return to ? (
    <Link to={to} className={styles.row} data-new={isNew}>
      {inside}
    </Link>
  ) : (
    <div className={styles.row}>{inside}</div>
  );
}

/** Rows under each other on one surface. */
export function CabinetList({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section className={styles.list} aria-label={label}>
      {children}
    </section>
  );
}
