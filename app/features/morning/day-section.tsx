import { Group, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { NothingHere } from '#app/components/nothing-here.tsx';
import { Section, Wide } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { FigureValue } from '#app/features/metric/figure-value.tsx';
import { useFigureWords } from '#app/features/metric/use-figure-words.ts';
import { isKept } from '#app/features/report/compare.ts';
import { useTermWords } from '#app/features/service-terms/use-term-words.ts';
import { Deed } from './deed.tsx';
import type { MorningView } from './read-morning.ts';

type Line = MorningView['day'][number];

/** Yesterday whole: its numbers, what was promised of them, and the same weekday before. */
export function DaySection({ view }: { view: MorningView }) {
  const { t } = useTranslation(['morning', 'metric']);
  const { format } = useDesk();
  const { write } = useFigureWords();
  const isEmpty = view.day.every(({ figure }) => !figure.numerator && !figure.denominator);
  return (
    <Section
      title={t('yesterday', { date: format.period(view.on, view.on) })}
      note={isEmpty ? null : t('ofCalls')}
    >
      {isEmpty ? (
        <NothingHere text={t('none')} hint={t('noneHint')} />
      ) : (
        <Wide label={t('column.metric')}>
          <Table miw={480} verticalSpacing={3}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('column.metric')}</Table.Th>
                <Table.Th ta="right">{t('column.value')}</Table.Th>
                <Table.Th>{t('column.plan')}</Table.Th>
                <Table.Th ta="right">
                  {t('column.before', { date: format.period(view.weekBefore, view.weekBefore) })}
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {view.day.map((line) => (
                <Table.Tr key={line.figure.metric}>
                  <Table.Td>{t(`metric:${line.figure.metric}.title`)}</Table.Td>
                  <Table.Td ta="right" style={{ whiteSpace: 'nowrap' }}>
                    <FigureValue figure={line.figure} />
                  </Table.Td>
                  <Table.Td>
                    <Promised line={line} />
                  </Table.Td>
                  <Table.Td ta="right">{write(line.figure.metric, line.before)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Wide>
      )}
      <Group gap="md">
        <Deed to="report#annotations">{t('explain')}</Deed>
      </Group>
    </Section>
  );
}

function Promised({ line: { figure, threshold } }: { line: Line }) {
  const { t } = useTranslation('morning');
  const { promiseOf } = useTermWords();
  if (!threshold) return null;
  const kept = isKept(figure, threshold);
  const { metric, bound, value } = threshold;
  return (
    <Group gap={6} wrap="nowrap">
      <Text size="sm">{promiseOf({ metric, bound, threshold: value })}</Text>
      {kept === null ? null : (
        <Text
          size="sm"
          style={{ whiteSpace: 'nowrap' }}
          {...(kept ? { c: 'dimmed' } : { c: 'red', fw: 600 })}
        >
          {t(kept ? 'kept' : 'missed')}
        </Text>
      )}
    </Group>
  );
}
