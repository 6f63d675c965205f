import { useTranslation } from 'react-i18next';
import type { Scale } from '#app/features/scorecard/scorecard.ts';

/** A mark as one says it: «да», «4», «не подходит». */
export function useMarkText(): (scale: Scale, mark: number | null | undefined) => string {
  const { t } = useTranslation('dispute');
  return (scale, mark) => {
    if (mark === null || mark === undefined) return t('skip');
    return scale === 'yes-no' ? t(mark === 1 ? 'yes' : 'no') : String(mark);
  };
}
