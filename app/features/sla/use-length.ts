import { useTranslation } from 'react-i18next';
import { splitLength } from './countdown.ts';

/** Writes a length of open time for the person: `7 ч 20 м`, `−15 м`. */
export function useLength(): (ms: number) => string {
  const { t } = useTranslation('sla');
  return (ms) => {
    const { sign, parts } = splitLength(ms);
    return sign + parts.map(([n, unit]) => t(`length.${unit}`, { n })).join(' ');
  };
}
