import { useTranslation } from 'react-i18next';
import type { ShownShift } from './read-roster.ts';
import { useBreachWords } from './use-breach-words.ts';

/** A shift in words: its times as they are written in the cell, what marks it and what it breaks. */
export function useShiftWords() {
  const { t } = useTranslation('shift');
  const breachWords = useBreachWords();
  return ({ from, to, isNight, isPinned, isUntold, breaches }: ShownShift) => [
    `${shortTime(from)}–${shortTime(to)}`,
    ...(isNight ? [t('legend.night')] : []),
    ...(isPinned ? [t('legend.pinned')] : []),
    ...(isUntold ? [t('legend.untold')] : []),
    ...breaches.map(breachWords),
  ];
}

/** Nights by the law, the rest by when they begin. */
export function kindOf({ isNight, from }: ShownShift): 'night' | 'morning' | 'day' | 'evening' {
  if (isNight) return 'night';
  if (from < '09:00') return 'morning';
  return from < '13:00' ? 'day' : 'evening';
}

/** Of whole hours the hour alone. */
export const shortTime = (time: string) => (time.endsWith(':00') ? time.slice(0, 2) : time);
