import { useTranslation } from 'react-i18next';
import { pointEvents } from '#app/features/points/points.ts';

/** What can bring points, to choose from. */
export function useEventChoices() {
  const { t } = useTranslation('game');
  return pointEvents.map((value) => ({ value, label: t(`event.${value}`) }));
}
