import { useTranslation } from 'react-i18next';
import { type ReasonCode, reasonCodes } from './reasons.ts';

const isKnown = (code: string): code is ReasonCode => reasonCodes.some((one) => one === code);

/** The words of a stored reason, `late-recently:2`; one that is not known any more stands as it is. */
export function useReasonWords(): (reason: string) => string {
  const { t } = useTranslation('prediction');
  return (reason) => {
    const [code = '', figure] = reason.split(':');
    if (!isKnown(code)) return reason;
    const count = Number(figure ?? 0);
    if (code === 'late-recently') return t(`reason.late-recently.${count === 3 ? 3 : count === 2 ? 2 : 1}`);
    return t(`reason.${code}`, { count });
  };
}
