import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ChartFrame } from '#app/components/chart-frame.tsx';
import { Section, Wide } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { FigureValue } from '#app/features/metric/figure-value.tsx';
import { type Figure, metricOf } from '#app/features/metric/metric.ts';
import { useTermWords } from '#app/features/service-terms/use-term-words.ts';
import type { AnnotationItem } from '#db/tenant/queries/report-talk.ts';
import styles from './course-chart.module.css';
import { drawCourse } from './draw-course.ts';
import { wholeMonth } from './period.ts';
import type { Course } from './read-month.ts';

type Props = { title: string; course: Course; annotations: readonly AnnotationItem[] };

const size = { width: 860, height: 180, top: 22, foot: 20 };

/** One metric step by step, with its threshold and the notes of its time; the table behind says the same. */
export function CourseChart({ title, course: { figures, threshold }, annotations }: Props) {
  const { t } = useTranslation('report');
  const { titleOf, amountOf } = useTermWords();
  const [first] = figures;
  if (!first || figures.every(({ value }) => value === null || value === 0))
    return (
      <Section title={title}>
        <Text c="dimmed">{t('chart.none')}</Text>
      </Section>
    );
  const line = threshold && { value: threshold.value / (metricOf(first.metric).unit === 'ms' ? 1 : 1000) };
  const drawn = drawCourse(figures, annotations, line?.value ?? null, size);
  return (
    <Section title={title}>
      <Wide label={title}>
        <div className={styles.chart}>
          <ChartFrame size={size} label={title}>
            <pattern id={`unfinished-${first.metric}`} width="6" height="6" patternUnits="userSpaceOnUse">
              <path d="M0 6 L6 0" className={styles.hatch} />
            </pattern>
            {drawn.columns.map(({ step, x, width, y, height, isOpen }) => (
              <rect
                key={step}
                className={styles.column}
                {...(isOpen ? { style: { fill: `url(#unfinished-${first.metric})` } } : {})}
                x={x}
                width={width}
                y={y}
                height={height}
              />
            ))}
            {drawn.labels.map(({ step, x, text }) => (
              <text key={step} x={x} y={size.height - 5} textAnchor="middle">
                {text}
              </text>
            ))}
            {threshold && drawn.threshold !== null ? (
              <g>
                <line
                  className={styles.threshold}
                  x1={0}
                  x2={size.width}
                  y1={drawn.threshold}
                  y2={drawn.threshold}
                />
                <text x={2} y={drawn.threshold - 4}>
                  {t('chart.threshold', { value: amountOf(first.metric, threshold.value) })}
                </text>
              </g>
            ) : null}
            {drawn.notes.map(({ x, numbers, text }) => (
              <g key={x}>
                <title>{text}</title>
                <line className={styles.note} x1={x} x2={x} y1={12} y2={size.height - size.foot} />
                <text x={x} y={10} textAnchor="middle">
                  {numbers}
                </text>
              </g>
            ))}
          </ChartFrame>
        </div>
      </Wide>
      <Text size="xs" c="dimmed">
        {drawn.columns.some(({ isOpen }) => isOpen) ? t('chart.unfinished') : ''}{' '}
        {drawn.notes.length > 0 ? t('chart.notes') : ''}
      </Text>
      <details>
        <summary>{t('chart.table')}</summary>
        <CourseTable title={titleOf(first.metric)} figures={figures} />
      </details>
    </Section>
  );
}

function CourseTable({ title, figures }: { title: string; figures: readonly Figure[] }) {
  const { t } = useTranslation('report');
  const { format } = useDesk();
  const isDaily = (figures[0]?.step ?? '').length === 10;
  const nameOf = (step: string) => {
    const { from, to } = isDaily ? { from: step, to: step } : wholeMonth(step);
    return format.period(from, to);
  };
  return (
    <Wide label={title}>
      <Table maw={480} verticalSpacing={2}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t(isDaily ? 'chart.day' : 'chart.month')}</Table.Th>
            <Table.Th ta="right">{title}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {figures.map((figure) => (
            <Table.Tr key={figure.step}>
              <Table.Td>{nameOf(figure.step ?? '')}</Table.Td>
              <Table.Td ta="right">
                <FigureValue figure={figure} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}
