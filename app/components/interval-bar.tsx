import styles from './interval-bar.module.css';

type Props = {
  value: number;
  /** Empty: too little is known for one. */
  interval: { low: number; high: number } | null;
  /** So far the scale goes to either side of zero, in the unit of the value. */
  reach: number;
};

/** A difference with its interval around zero. Says nothing by itself: words stand beside it. */
export function IntervalBar({ value, interval, reach }: Props) {
  const at = (one: number) => 50 + 50 * Math.max(-1, Math.min(1, one / reach));
  return (
    <div className={styles.scale} aria-hidden>
      <span className={styles.zero} />
      {interval ? (
        <span
          className={styles.range}
          style={{ left: `${at(interval.low)}%`, width: `${at(interval.high) - at(interval.low)}%` }}
        />
      ) : null}
      <span className={styles.mark} style={{ left: `${at(value)}%` }} />
    </div>
  );
}
