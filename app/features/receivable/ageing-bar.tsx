import { Progress, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDesk } from '#app/components/use-desk.ts';
import { type Bucket, buckets } from './ageing.ts';

const colours: Record<Bucket, string> = {
  current: 'green.8',
  '1-30': 'yellow.7',
  '31-60': 'orange.7',
  '61-90': 'red.7',
  '90+': 'red.9',
};

/** What is open by its age; the words below say the same as the colours. */
export function AgeingBar({ ages }: { ages: Record<Bucket, number> }) {
  const { t } = useTranslation('receivable');
  const { format } = useDesk();
  const all = buckets.reduce((sum, bucket) => sum + ages[bucket], 0);
  if (all === 0) return null;
  const there = buckets.filter((bucket) => ages[bucket] > 0);
  return (
    <div>
      <Progress.Root size={8} aria-hidden>
        {there.map((bucket) => (
          <Progress.Section key={bucket} value={(100 * ages[bucket]) / all} color={colours[bucket]} />
        ))}
      </Progress.Root>
      <Text size="xs" c="dimmed" mt={4}>
        {there.map((bucket) => `${t(`bucket.${bucket}`)}: ${format.money(ages[bucket])}`).join(' · ')}
      </Text>
    </div>
  );
}
