import { useTranslation } from 'react-i18next';
import { useDesk } from '#app/components/use-desk.ts';
import { caseKinds } from '#app/features/case/case.ts';
import { channels } from '#app/features/contact/contact.ts';
import type { Dimension } from '#app/features/metric/metric.ts';

/** What a key of a dimension is called. */
export function useKeyWords(): (dimension: Dimension, key: string) => string {
  const { t } = useTranslation(['report', 'case']);
  const { carrierTitle } = useDesk();
  return (dimension, key) => {
    if (key === '-' || key === '') return t('unknownKey');
    const channel = channels.find((one) => one === key);
    const kind = caseKinds.find((one) => one === key);
    if (dimension === 'carrier') return carrierTitle(key);
    if (dimension === 'channel' && channel) return t(`case:channel.${channel}`);
    return dimension === 'kind' && kind ? t(`case:kind.${kind}`) : key;
  };
}
