import type { ReactNode } from 'react';
import styles from './wall-board.module.css';

/** One thing that is read from afar. */
export function WallTile({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.tile} aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
