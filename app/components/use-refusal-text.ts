import { useTranslation } from 'react-i18next';
import { useRouteLoaderData } from 'react-router';
import type { DeskFrame } from '#app/platform/desk-frame.ts';
import type { Refusal } from '#app/platform/http-errors.ts';
import { useCarrierWords } from './use-carrier-words.ts';

/** The words of a refusal, with the carrier's own where it gave them. */
export function useRefusalText() {
  const { t } = useTranslation(['errors', 'desk']);
  const { failureText } = useCarrierWords();
  const desk: DeskFrame | undefined = useRouteLoaderData('routes/desk/layout');
  return (error: Refusal): string => {
    if (error.code === 'locked') return t('locked', { count: minutesUntil(error.until) });
    if (error.code === 'weak-password') return t(`weak-${error.fault}`);
    if (error.code === 'key-taken') return t('key-taken', { by: t(`desk:keys.${error.by}`) });
    if (error.code === 'held-back') return t('held-back', { reason: error.reason });
    if (error.code === 'not-admitted' && error.carrier !== null) {
      return t('not-admitted-for', { carrier: desk?.carriers[error.carrier] ?? error.carrier });
    }
    if (error.code === 'bank-too-small') return t('bank-too-small', { topic: error.topic });
    if (error.code === 'season-begun') return t('season-begun', { from: error.from });
    if (error.code === 'kudos-spent') return t('kudos-spent', { budget: error.budget });
    if (error.code === 'too-few-points') {
      return t('too-few-points', { balance: error.balance, price: error.price });
    }
    if (error.code === 'offer-unfit') return t(`offer-unfit-${error.why}`);
    if (error.code === 'exchange-illegal') {
      return t('exchange-illegal', { rules: error.rules.map((rule) => t(`broken-${rule}`)).join('; ') });
    }
    const says = 'failure' in error ? failureText(error.failure) : '';
    const number = 'number' in error ? (error.number ?? '') : '';
    return t(error.code, { says, number });
  };
}

function minutesUntil(until: Date): number {
  return Math.max(1, Math.ceil((until.getTime() - Date.now()) / 60_000));
}
