import { useTranslation } from 'react-i18next';
import { useDesk } from '#app/components/use-desk.ts';

/** Shares with three digits, and dates without a time, as the person's language writes them. */
export function useFigures() {
  const { i18n } = useTranslation();
  const { format } = useDesk();
  const digits = new Intl.NumberFormat(i18n.language, { minimumFractionDigits: 3, maximumFractionDigits: 3 });
  return {
    share: (value: number) => digits.format(value),
    whole: (value: number) => format.count(Math.round(value)),
    day: (date: string) => format.period(date, date),
    month: (month: string) => format.period(`${month}-01`, lastDayOf(month)),
  };
}

function lastDayOf(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}
