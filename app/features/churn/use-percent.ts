import { useTranslation } from 'react-i18next';

/** A share as percent with one digit. */
export function usePercent(): (share: number) => string {
  const { i18n } = useTranslation();
  const style = { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 } as const;
  const digits = new Intl.NumberFormat(i18n.language, style);
  return (share) => digits.format(share);
}
