import { Group, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Section, Wide } from '#app/components/page.tsx';
import { FigureValue } from '#app/features/metric/figure-value.tsx';
import { Deed } from './deed.tsx';
import type { MorningView } from './read-morning.ts';
import { useTenths } from './use-tenths.ts';

/** What people came with, and what of it is new. */
export function TopicSection({ topics }: Pick<MorningView, 'topics'>) {
  const { t } = useTranslation('morning');
  const tenths = useTenths();
  if (topics.length === 0) return null;
  return (
    <Section id="topics" title={t('topics')} note={t('topicNote')}>
      <Wide label={t('topics')}>
        <Table miw={480} verticalSpacing={3}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('topic')}</Table.Th>
              <Table.Th ta="right">{t('count')}</Table.Th>
              <Table.Th ta="right">{t('usual')}</Table.Th>
              <Table.Th />
              <Table.Th />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {topics.map(({ topic, title, figure, usual, isNew, isMore }) => (
              <Table.Tr key={topic}>
                <Table.Td>{title ?? t('noTopic')}</Table.Td>
                <Table.Td ta="right">
                  <FigureValue figure={figure} />
                </Table.Td>
                <Table.Td ta="right">{tenths(usual)}</Table.Td>
                <Table.Td fw={600}>{isNew ? t('isNew') : isMore ? t('isMore') : ''}</Table.Td>
                <Table.Td>
                  <Group gap="md">
                    {title === null ? null : <Deed to={`desk/cases?topic=${topic}`}>{t('openCases')}</Deed>}
                    {isMore ? <Deed to="desk/incidents">{t('declare')}</Deed> : null}
                  </Group>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Wide>
    </Section>
  );
}
