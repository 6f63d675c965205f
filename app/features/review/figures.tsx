import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Wide } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import type { familyAccuracy } from '#app/features/scorecard/family-accuracy.ts';
import type { MeanScore } from '#app/features/scorecard/mean-interval.ts';
import { errorFamilies } from '#app/features/scorecard/scorecard.ts';

/** A mean with how many it is of and how sure it is. */
export function MeanLine({ mean }: { mean: MeanScore | null }) {
  const { t } = useTranslation('score');
  const { format } = useDesk();
  const tenth = (value: number) => format.count(Math.round(value * 10) / 10);
  if (!mean) return <Text c="dimmed">{t('noMean')}</Text>;
  return (
    <div>
      <Text fz={28} fw={600} lh={1.2} style={{ fontVariantNumeric: 'tabular-nums' }}>
        {tenth(mean.mean)}
      </Text>
      <Text c="dimmed">
        {t('n', { count: mean.n })},{' '}
        {mean.interval
          ? t('interval', { low: tenth(mean.interval.low), high: tenth(mean.interval.high) })
          : t('oneReview')}
      </Text>
    </div>
  );
}

/** How much of the work is without an error, by whom the error would hurt. */
export function AccuracyList({ accuracy }: { accuracy: ReturnType<typeof familyAccuracy> }) {
  const { t } = useTranslation('score');
  const percent = (share: number) => Math.round(share * 100);
  return (
    <Wide label={t('accuracy')}>
      <Table maw={520} verticalSpacing={4}>
        <Table.Tbody>
          {errorFamilies.map((family) => {
            const { n, share, interval } = accuracy[family];
            return (
              <Table.Tr key={family}>
                <Table.Th scope="row" fw={400}>
                  {t(`family.${family}`)}
                </Table.Th>
                <Table.Td>
                  {share === null
                    ? t('noAccuracy')
                    : t('accuracyOf', {
                        n,
                        percent: percent(share),
                        low: percent(interval.low),
                        high: percent(interval.high),
                      })}
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}
