import { useTranslation } from 'react-i18next';
import { useDesk } from '#app/components/use-desk.ts';
import { leavingReasons } from '#app/features/churn/churn.ts';
import { churnReasonCodes } from '#app/features/churn/churn-reasons.ts';
import type { ChoiceField } from './conditions.ts';

/** A value of a condition in words, where we have them. */
export function useChoiceWords(): (field: ChoiceField, value: string) => string | undefined {
  const { t } = useTranslation('churn');
  const { carriers } = useDesk();
  return (field, value) => {
    const reason = leavingReasons.find((one) => one === value);
    if (field === 'left-because' && reason) return t(`reason.${reason}`);
    const risk = churnReasonCodes.find((one) => one === value);
    if (field === 'risk-reason' && risk) return t(`why.${risk}`);
    return field === 'carrier' ? carriers[value] : undefined;
  };
}
