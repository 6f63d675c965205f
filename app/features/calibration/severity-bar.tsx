import { useTranslation } from 'react-i18next';
import { useDesk } from '#app/components/use-desk.ts';
import type { Severity } from './reviewer-severity.ts';
import styles from './severity-bar.module.css';

/** So many points the scale reaches to either side. */
const reach = 15;

/** A difference with its interval around zero, and what it means in words. */
export function SeverityBar({ severity: { difference, interval } }: { severity: Severity }) {
  const { t } = useTranslation('calibration');
  const { format } = useDesk();
  const at = (value: number) => 50 + 50 * Math.max(-1, Math.min(1, value / reach));
  const signed = (value: number) => `${value > 0 ? '+' : ''}${format.count(Math.round(value * 10) / 10)}`;
  const verdict = t(`reviewers.${verdictOf(interval)}`);
  const told = interval ? { low: signed(interval.low), high: signed(interval.high) } : null;
  return (
    <div>
      <div className={styles.scale} aria-hidden>
        <span className={styles.zero} />
        {interval ? (
          <span
            className={styles.range}
            style={{ left: `${at(interval.low)}%`, width: `${at(interval.high) - at(interval.low)}%` }}
          />
        ) : null}
        <span className={styles.mark} style={{ left: `${at(difference)}%` }} />
      </div>
      {t('reviewers.points', { value: signed(difference) })}
      {told ? `, ${t('reviewers.interval', told)}` : ''}: {verdict}
    </div>
  );
}

function verdictOf(interval: Severity['interval']): 'stricter' | 'kinder' | 'alike' | 'tooFew' {
  if (!interval) return 'tooFew';
  if (interval.high < 0) return 'stricter';
  return interval.low > 0 ? 'kinder' : 'alike';
}
