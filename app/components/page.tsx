import type { CSSProperties, ReactNode, Ref } from 'react';
import { Link } from 'react-router';
import styles from './page.module.css';
import { PageTitle } from './page-title.tsx';

type PageProps = {
  title: string;
  /** The client company's colour, before the title. */
  colour?: string;
  note?: ReactNode;
  /** The page above this one. */
  back?: { to: string; label: string };
  actions?: ReactNode;
  children: ReactNode;
};

/** A page of settings: its name, what it is for, its contents. */
export function Page({ title, colour, note, back, actions, children }: PageProps) {
  return (
    <div className={styles.page}>
      <PageTitle name={title} />
      <div>
        {back ? (
          <Link to={back.to} className={styles.back}>
            ← {back.label}
          </Link>
        ) : null}
        <div className={styles.head}>
          <h1 className={styles.title}>
            {colour ? <ClientMark colour={colour} /> : null}
            {title}
          </h1>
          {actions}
        </div>
        {note ? <div className={styles.note}>{note}</div> : null}
      </div>
      {children}
    </div>
  );
}

type SectionProps = { title: string; note?: ReactNode; id?: string; children: ReactNode };

export function Section({ title, note, id, children }: SectionProps) {
  return (
    <section className={styles.section} id={id}>
      <h2>{title}</h2>
      {note ? <div className={styles.note}>{note}</div> : null}
      {children}
    </section>
  );
}

/** What is there on the left, what one may add on the right. */
export function Split({ children, panel }: { children: ReactNode; panel: ReactNode }) {
  return (
    <div className={styles.split}>
      <div className={styles.section}>{children}</div>
      {panel}
    </div>
  );
}

export function Panel({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.panel}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

type WideProps = {
  label: string;
  /** Where the keys of a list find its rows. */
  rows?: Ref<HTMLElement>;
  children: ReactNode;
};

/** A wide table scrolls by itself; the page does not. */
export function Wide({ label, rows, children }: WideProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section ref={rows ?? null} className={styles.scroll} aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}

export function ClientMark({ colour }: { colour: string }) {
  return <span className={styles.mark} style={{ '--client-colour': colour } as CSSProperties} aria-hidden />;
}
