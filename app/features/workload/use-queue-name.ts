import { useTranslation } from 'react-i18next';
import { useDesk } from '#app/components/use-desk.ts';
import { partsOf, type WorkQueueKey } from './work-queue.ts';

/** A queue in words: its channel, and whose lines they are. */
export function useQueueName(): (queue: WorkQueueKey) => string {
  const { t } = useTranslation('workload');
  const { carrierTitle } = useDesk();
  return (queue) => {
    const { channel, carrier } = partsOf(queue);
    return `${t(`channel.${channel}`)} · ${carrier === '' ? t('anyCarrier') : carrierTitle(carrier)}`;
  };
}
