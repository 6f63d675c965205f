import { useTranslation } from 'react-i18next';
import type { BrokenRule } from '#app/features/my-shifts/life-refusal.ts';
import { ruleSources } from '#app/features/shift/labour-rules.ts';

/** What a change of shifts would break, with where that stands: «две смены подряд (ТК РФ, ст. 103)». */
export function useBrokenWords(): (rule: BrokenRule) => string {
  const { t } = useTranslation('errors');
  const { t: tShift } = useTranslation('shift');
  return (rule) => {
    const said = t(`broken-${rule}`);
    if (rule === 'skill' || rule === 'other') return said;
    const { article } = ruleSources[rule];
    return `${said} (${article === null ? tShift('rules.own') : tShift('article', { article })})`;
  };
}
