import { useTranslation } from 'react-i18next';
import type { StrategyStep } from '#app/features/ladder/strategy.ts';

/** A step in words: what it does, and when. */
export function useStepWords() {
  const { t } = useTranslation('strategy');
  const whenOf = (day: number) => {
    if (day === 0) return t('whenDue');
    return day < 0 ? t('whenBefore', { count: -day }) : t('whenAfter', { count: day });
  };
  const nameOf = ({ action, day }: Pick<StrategyStep, 'action' | 'day'>) =>
    `${t(`action.${action}`)}, ${whenOf(day)}`;
  return { whenOf, nameOf };
}
