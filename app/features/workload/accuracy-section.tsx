import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Section, Wide } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { noiseFloor, wapeOf } from './measure.ts';
import type { ForecastView } from './read-forecast-page.ts';

type View = Extract<ForecastView, { points: unknown }>;

/** How the forecast was made, and week by week how right it was beside the simple ways and beside chance. */
export function AccuracySection({ view: { made, weeks } }: { view: View }) {
  const { t } = useTranslation('workload');
  const { format } = useDesk();
  const percent = (share: number) =>
    Number.isFinite(share) ? `${format.count(Math.round(1000 * share) / 10)} %` : '—';
  return (
    <Section title={t('accuracy.title')} note={t('accuracy.note')}>
      {made ? <Text>{t(`accuracy.live.${made.live}`)}</Text> : null}
      {made?.shift ? (
        <Text>
          {t('accuracy.shift', {
            date: format.period(made.shift.on, made.shift.on),
            percent: Math.round(100 * (made.shift.ratio - 1)),
          })}
        </Text>
      ) : null}
      {weeks.length === 0 ? (
        <Text c="dimmed">{t('accuracy.none')}</Text>
      ) : (
        <Wide label={t('accuracy.title')}>
          <Table maw={760} verticalSpacing={4}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('accuracy.week')}</Table.Th>
                {(['learnt', 'last-week', 'moving-average', 'chance'] as const).map((column) => (
                  <Table.Th key={column} ta="right">
                    {t(`accuracy.${column}`)}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {weeks.map(({ weekFrom, isReplayed, errors }) => (
                <Table.Tr key={weekFrom}>
                  <Table.Th scope="row">
                    {format.period(weekFrom, weekFrom)}
                    {isReplayed ? ` ${t('accuracy.replayed')}` : ''}
                  </Table.Th>
                  <Table.Td ta="right">{percent(wapeOf(errors.learnt))}</Table.Td>
                  <Table.Td ta="right">{percent(wapeOf(errors['last-week']))}</Table.Td>
                  <Table.Td ta="right">{percent(wapeOf(errors['moving-average']))}</Table.Td>
                  <Table.Td ta="right">{percent(noiseFloor(errors.learnt))}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Wide>
      )}
    </Section>
  );
}
