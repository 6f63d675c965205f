import { useTranslation } from 'react-i18next';
import { nonpaymentColumns } from './nonpayment-features.ts';

/** The words of a feature; one that is not known any more by its own name. */
export function useFeatureName(): (name: string) => string {
  const { t } = useTranslation('prediction');
  return (name) => {
    const known = nonpaymentColumns.find((column) => column.name === name);
    return known ? t(`feature.${known.name}`) : name;
  };
}
