import { useTranslation } from 'react-i18next';
import { useDesk } from '#app/components/use-desk.ts';
import type { DebtorsView } from './read-debtors.ts';

/** What a list says of a debtor in words; nothing, where there is nothing to say. */
export function useDebtorWords() {
  const { t } = useTranslation('debtBoard');
  const { format, carrierTitle } = useDesk();
  return ({ carrier, arm, hold, nextOn }: DebtorsView['debtors'][number]) => ({
    carrier: carrier ? carrierTitle(carrier) : '',
    arm: arm ? t(`arms.${arm}`) : '',
    hold: hold ? t(`debtors.holdOf.${hold}`) : '',
    nextOn: nextOn ? format.day(new Date(`${nextOn}T12:00:00Z`)) : '',
  });
}
