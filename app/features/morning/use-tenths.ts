import { useTranslation } from 'react-i18next';

/** A number with one digit behind the point at most. */
export function useTenths(): (value: number) => string {
  const { i18n } = useTranslation();
  const one = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1, signDisplay: 'negative' });
  return (value) => one.format(value).replace('-', '−');
}
