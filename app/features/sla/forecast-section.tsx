import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Section, Wide } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import type { readForecast } from './read-forecast.ts';

type Forecast = Awaited<ReturnType<typeof readForecast>>;

/** What will be late before anyone can take it, with how right such forecasts were. */
export function ForecastSection({ queues, score }: Forecast) {
  const { t } = useTranslation(['sla', 'case']);
  const { format } = useDesk();
  return (
    <Section title={t('forecast.title')} note={t('forecast.note')}>
      {queues.length === 0 ? (
        <Text c="dimmed">{t('forecast.nothing')}</Text>
      ) : (
        <Wide label={t('forecast.title')}>
          <Table miw={480} maw={720} verticalSpacing={4}>
            <Table.Thead>
              <Table.Tr>
                {(['channel', 'waiting', 'late', 'first'] as const).map((column) => (
                  <Table.Th key={column}>{t(`forecast.${column}`)}</Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {queues.map(({ channel, waiting, late, firstLateAt }) => (
                <Table.Tr key={channel}>
                  <Table.Td>{t(`case:channel.${channel}`)}</Table.Td>
                  <Table.Td>{waiting}</Table.Td>
                  <Table.Td>{late}</Table.Td>
                  <Table.Td>{firstLateAt ? format.moment(firstLateAt) : t('forecast.never')}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Wide>
      )}
      <Score score={score} />
    </Section>
  );
}

function Score({ score }: Pick<Forecast, 'score'>) {
  const { t } = useTranslation('sla');
  const share = (value: number | null) =>
    value === null ? t('forecast.unknown') : `${Math.round(value * 100)} %`;
  const { foretold, late, right } = score;
  if (foretold + late === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t('forecast.noScore')}
      </Text>
    );
  }
  return (
    <Text size="sm" c="dimmed">
      {t('forecast.score', {
        foretold,
        late,
        right,
        precision: share(score.precision),
        recall: share(score.recall),
      })}
    </Text>
  );
}
