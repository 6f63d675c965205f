import { useTranslation } from 'react-i18next';
import { useDesk } from '#app/components/use-desk.ts';
import type { Interval } from '#app/features/scorecard/wilson-interval.ts';
import type { Proof } from './measure-proof.ts';

/** How shares, differences and people of a proof are written: with as many digits as they are known. */
export function useProofWords() {
  const { t } = useTranslation('proof');
  const { format, carrierTitle } = useDesk();
  const tenth = (value: number) => format.count(Math.round(value * 10) / 10);
  const percent = (share: number) => `${tenth(share * 100)} %`;
  const points = (difference: number) => tenth(difference * 100);
  const people = (count: number) => format.count(Math.round(count));
  const money = (kopecks: number) => format.money(Math.round(kopecks / 100) * 100);
  const range = ({ low, high }: Interval, write: (value: number) => string) =>
    t('range', { low: write(low), high: write(high) });
  const stratum = (name: string) => {
    const [carrier = '', band = 'none'] = name.split(' ');
    return t('stratum', { carrier: carrierTitle(carrier), band: t(`band.${band}`, { defaultValue: band }) });
  };
  const cost = ({ costPerSave }: Proof) => {
    if (!costPerSave) return t('cost.never');
    const { value, low, high } = costPerSave;
    const ends = { low: money(low), high: high === null ? '' : money(high) };
    const interval = high === null ? t('cost.atLeast', ends) : t('range', ends);
    return value === null ? interval : `${money(value)} (${interval})`;
  };
  return { percent, points, people, money, range, stratum, cost, day: (on: string) => dayOf(on, format) };
}

function dayOf(on: string, format: ReturnType<typeof useDesk>['format']): string {
  return format.fullDay(new Date(`${on}T12:00:00Z`));
}
