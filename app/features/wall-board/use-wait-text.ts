import { useTranslation } from 'react-i18next';
import { waitParts } from './wait-parts.ts';

/** A time one waits: `4:07`, from an hour on `5 ч`, from two days on `3 дн.` */
export function useWaitText(): (ms: number) => string {
  const { t } = useTranslation('wall');
  return (ms) => {
    const parts = waitParts(ms);
    return parts.unit === 'clock' ? parts.text : t(parts.unit, { n: parts.n });
  };
}
