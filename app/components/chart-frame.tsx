import type { ReactNode } from 'react';
import styles from './chart-frame.module.css';

type Props = {
  /** Of the drawing's own units; it grows no wider than so many pixels. */
  size: { width: number; height: number };
  /** What it shows: all that is read aloud, so a table beneath has to say the same. */
  label: string;
  children: ReactNode;
};

/** A drawn chart. Its plain lines are the grid, its texts the scale. */
export function ChartFrame({ size: { width, height }, label, children }: Props) {
  return (
    <svg
      className={styles.chart}
      style={{ maxWidth: width }}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
    >
      {children}
    </svg>
  );
}

/** What each line or colour of a chart means, one `span` each with its sample. */
export function ChartLegend({ children }: { children: ReactNode }) {
  return <div className={styles.legend}>{children}</div>;
}
