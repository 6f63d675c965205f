import type { ReactNode } from 'react';
import styles from './shift-row.module.css';
import { useDesk } from './use-desk.ts';
import { useSpan } from './use-span.ts';

type Shift = { date: string; startsAt: Date; endsAt: Date };

/** Shifts beneath each other, a line each. */
export function ShiftRows({ children }: { children: ReactNode }) {
  return <ul className={styles.list}>{children}</ul>;
}

type Props = {
  shift: Shift;
  /** What would come in return. */
  wanted?: Shift | null;
  isNew?: boolean;
  isCancelled?: boolean;
  /** What else is to be known of it. */
  facts?: ReactNode;
  /** What one may do about it. */
  children?: ReactNode;
};

/** One shift: its day and hours, facts, deeds; on a phone the deeds stand beneath. */
export function ShiftRow({ shift, wanted = null, isNew, isCancelled, facts, children }: Props) {
  return (
    <li className={styles.row} data-unseen={isNew || undefined} data-cancelled={isCancelled || undefined}>
      <Day shift={shift} />
      {wanted ? (
        <span className={styles.wanted}>
          ⇄ <Day shift={wanted} />
        </span>
      ) : null}
      <span className={styles.facts}>{facts}</span>
      <span className={styles.deeds}>{children}</span>
    </li>
  );
}

function Day({ shift: { date, startsAt, endsAt } }: { shift: Shift }) {
  const { format } = useDesk();
  const span = useSpan();
  return (
    <>
      <span className={styles.day}>{format.date(date)}</span>
      <strong className={styles.time}>{span(startsAt, endsAt)}</strong>
    </>
  );
}
