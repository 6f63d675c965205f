import { useTranslation } from 'react-i18next';
import { codeOf } from './advice.ts';
import type { ChurnReasonCode } from './churn-reasons.ts';

const figured = [
  'uses-less',
  'pays-more',
  'complained',
  'refusals',
  'waited',
  'pays-late',
  'new-line',
  'long-with-us',
] as const satisfies ChurnReasonCode[];

/** The words of a stored reason, `uses-less:40`; one that is not known any more stands as it is. */
export function useChurnReasonWords(): (reason: string) => string {
  const { t } = useTranslation('churn');
  return (reason) => {
    const code = codeOf(reason);
    if (!code) return reason;
    const figure = reason.split(':')[1];
    const withFigure = figured.find((one) => one === code);
    return figure && withFigure
      ? t(`why.${withFigure}-figure`, { figure, count: Number(figure) })
      : t(`why.${code}`);
  };
}
