import { useTranslation } from 'react-i18next';
import { isRefused, useFaults } from '#app/components/use-faults.ts';
import ru from '#app/locales/ru/cabinet.ts';

type OwnText = keyof typeof ru.refused;

/** As useFaults; what colleagues are told of a subscriber is said to himself in other words. */
export function useCabinetFaults(answer: unknown): (field: string) => string | undefined {
  const { t } = useTranslation('cabinet');
  const fault = useFaults(answer);
  return (field) => {
    const said = fault(field);
    const code = said && isRefused(answer) ? answer.error?.code : undefined;
    return code && isOwn(code) ? t(`refused.${code}`) : said;
  };
}

function isOwn(code: string): code is OwnText {
  return Object.hasOwn(ru.refused, code);
}
