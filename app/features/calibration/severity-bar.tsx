import { useTranslation } from 'react-i18next';
import { IntervalBar } from '#app/components/interval-bar.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import type { Severity } from './reviewer-severity.ts';

/** So many points the scale reaches to either side. */
const reach = 15;

/** A difference with its interval around zero, and what it means in words. */
export function SeverityBar({ severity: { difference, interval } }: { severity: Severity }) {
  const { t } = useTranslation('calibration');
  const { format } = useDesk();
  const signed = (value: number) => `${value < 0 ? '' : '+'}${format.count(Math.round(value * 10) / 10)}`;
  const verdict = t(`reviewers.${verdictOf(interval)}`);
  const told = interval ? { low: signed(interval.low), high: signed(interval.high) } : null;
  return (
    <div>
      <IntervalBar value={difference} interval={interval} reach={reach} />
      {signed(difference)}
      {told ? `, ${t('reviewers.interval', told)}` : ''}: {verdict}
    </div>
  );
}

function verdictOf(interval: Severity['interval']): 'stricter' | 'kinder' | 'alike' | 'tooFew' {
  if (!interval) return 'tooFew';
  if (interval.high < 0) return 'stricter';
  return interval.low > 0 ? 'kinder' : 'alike';
}
