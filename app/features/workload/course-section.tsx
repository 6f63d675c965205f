import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Section, Wide } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { addDays } from '#app/features/sla/calendar-date.ts';
import { clockText } from './clock-text.ts';
import { ForecastChart } from './forecast-chart.tsx';
import type { Point } from './forecast-points.ts';
import type { ForecastView } from './read-forecast-page.ts';

type View = Extract<ForecastView, { points: unknown }>;
const columns = [
  ...(['came', 'foretold', 'low', 'high'] as const),
  ...(['corrected', 'again', 'lastWeek', 'lastYear'] as const),
];

/** The picture of a day or a week, and the table behind it. */
export function CourseSection({ view }: { view: View }) {
  const { t } = useTranslation('workload');
  const { format } = useDesk();
  const nameOf = ({ slot }: Point) => {
    const on = addDays(view.from, Math.floor(slot / 48));
    const time = clockText((slot % 48) * 30);
    return view.span === 'day' ? time : `${format.date(on)}, ${time}`;
  };
  const figure = (value: number | null) => (value === null ? '—' : format.count(Math.round(value * 10) / 10));
  return (
    <Section title={t('course.title')} note={t('course.note')}>
      {view.isForetold ? null : <Text c="dimmed">{t('course.notForetold')}</Text>}
      {view.level === null ? null : (
        <Text>{t('course.level', { percent: Math.round(100 * view.level) })}</Text>
      )}
      <ForecastChart
        points={view.points}
        nameOf={({ slot }) =>
          view.span === 'day'
            ? clockText((slot % 48) * 30)
            : format.date(addDays(view.from, Math.floor(slot / 48)))
        }
      />
      <details>
        <summary>{t('course.table')}</summary>
        <Wide label={t('course.table')}>
          <Table maw={900} verticalSpacing={2}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('course.time')}</Table.Th>
                {columns.map((column) => (
                  <Table.Th key={column} ta="right">
                    {t(`line.${column}`)}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {view.points.map((point) => (
                <Table.Tr key={point.slot}>
                  <Table.Th scope="row">{nameOf(point)}</Table.Th>
                  {columns.map((column) => (
                    <Table.Td key={column} ta="right">
                      {figure(point[column])}
                    </Table.Td>
                  ))}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Wide>
      </details>
    </Section>
  );
}
