import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Wide } from '#app/components/page.tsx';
import type { familyAccuracy } from '#app/features/scorecard/family-accuracy.ts';
import type { MeanScore } from '#app/features/scorecard/mean-interval.ts';
import { errorFamilies } from '#app/features/scorecard/scorecard.ts';

/** A mean with how many it is of and how sure it is. */
export function MeanLine({ mean }: { mean: MeanScore | null }) {
  const { t } = useTranslation('score');
  if (!mean) return <Text c="dimmed">{t('noMean')}</Text>;
  const { low, high } = mean.interval ?? { low: 0, high: 0 };
  return (
    <div>
      <Text fz={28} fw={600} lh={1.2} style={{ fontVariantNumeric: 'tabular-nums' }}>
        {mean.mean.toFixed(1)}
      </Text>
      <Text c="dimmed">
        {t('n', { count: mean.n })},{' '}
        {mean.interval ? t('interval', { low: low.toFixed(1), high: high.toFixed(1) }) : t('oneReview')}
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
                        ...{ n, percent: percent(share) },
                        ...{ low: percent(interval.low), high: percent(interval.high) },
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
