import { useTranslation } from 'react-i18next';
import { lineCategories, lineNumbers } from '#app/features/churn/line-features.ts';
import { nonpaymentColumns } from './nonpayment-features.ts';

/** The words of a feature of any target; one that is not known any more by its own name. */
export function useFeatureName(): (name: string) => string {
  const { t } = useTranslation('prediction');
  return (name) => {
    const ofDebt = nonpaymentColumns.find((column) => column.name === name);
    if (ofDebt) return t(`feature.${ofDebt.name}`);
    const ofLine = [...lineNumbers, ...lineCategories].find((feature) => feature === name);
    return ofLine ? t(`lineFeature.${ofLine}`) : name;
  };
}
