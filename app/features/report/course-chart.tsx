import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ChartFrame } from '#app/components/chart-frame.tsx';
import { Section, Wide } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { FigureValue } from '#app/features/metric/figure-value.tsx';
import { metricOf } from '#app/features/metric/metric.ts';
import { useTermWords } from '#app/features/service-terms/use-term-words.ts';
import type { AnnotationItem } from '#db/tenant/queries/report-talk.ts';
import styles from './course-chart.module.css';
import { drawCourse } from './draw-course.ts';
import { daysOfStep, wholeMonth } from './period.ts';
import type { Course } from './read-month.ts';

type Props = {
  title: string;
  course: Course;
  annotations: readonly AnnotationItem[];
  /** The largest value of all that it is compared with: they are drawn to one scale. */
  most?: number;
};

const size = { width: 860, height: 180, top: 22, foot: 20 };

/** One metric step by step, with its threshold and the notes of its time; the table behind says the same. */
export function CourseChart({ title, course: { figures, thresholds }, annotations, most = 0 }: Props) {
  const { t } = useTranslation('report');
  const { titleOf, amountOf } = useTermWords();
  const [first] = figures;
  if (!first || figures.every(({ value }) => value === null || value === 0))
    return (
      <Section title={title}>
        <Text c="dimmed">{t('chart.none')}</Text>
      </Section>
    );
  const scale = metricOf(first.metric).unit === 'ms' ? 1 : 1000;
  const promised = thresholds.map((threshold) => threshold && threshold.value / scale);
  const drawn = drawCourse(figures, annotations, promised, size, most);
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
            {drawn.thresholds.map(({ value, x1, x2, y }) => (
              <g key={x1}>
                <line className={styles.threshold} x1={x1} x2={x2} y1={y} y2={y} />
                <text className={styles.promise} x={x1 + 2} y={y - 4}>
                  {t('chart.threshold', { value: amountOf(first.metric, value * scale) })}
                </text>
              </g>
            ))}
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
        <CourseTable title={titleOf(first.metric)} course={{ figures, thresholds }} />
      </details>
    </Section>
  );
}

function CourseTable({ title, course: { figures, thresholds } }: { title: string; course: Course }) {
  const { t } = useTranslation('report');
  const { promiseOf } = useTermWords();
  const { format } = useDesk();
  const stepLength = (figures[0]?.step ?? '').length;
  const kind = stepLength === 7 ? 'month' : stepLength === 10 ? 'day' : 'week';
  const nameOf = (step: string) => {
    const { from, to } = kind === 'month' ? wholeMonth(step) : daysOfStep(step);
    return format.period(from, to);
  };
  const promiseAt = (at: number) => {
    const promised = thresholds[at];
    return promised ? promiseOf({ ...promised, threshold: promised.value }) : '';
  };
  return (
    <Wide label={title}>
      <Table maw={480} verticalSpacing={2}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t(`chart.${kind}`)}</Table.Th>
            <Table.Th ta="right">{title}</Table.Th>
            <Table.Th>{t('column.promised')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {figures.map((figure, at) => (
            <Table.Tr key={figure.step}>
              <Table.Td>{nameOf(figure.step ?? '')}</Table.Td>
              <Table.Td ta="right">
                <FigureValue figure={figure} />
              </Table.Td>
              <Table.Td>{promiseAt(at)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}
