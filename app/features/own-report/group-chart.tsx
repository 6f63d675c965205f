import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ChartFrame } from '#app/components/chart-frame.tsx';
import { Section, Wide } from '#app/components/page.tsx';
import type { Figure } from '#app/features/metric/metric.ts';
import { useFigureWords } from '#app/features/metric/use-figure-words.ts';
import styles from './group-chart.module.css';

type Props = { title: string; groups: readonly { name: string; figure: Figure }[] };

const [width, row, left, right] = [860, 24, 200, 90];
const mostBars = 20;
const longestName = 28;

/** Groups beside each other, each bar with its number; the table beneath says the same. */
export function GroupChart({ title, groups }: Props) {
  const { t } = useTranslation(['own', 'report']);
  const { of } = useFigureWords();
  const shown = groups.slice(0, mostBars);
  const most = Math.max(0, ...shown.map(({ figure }) => figure.value ?? 0));
  if (most === 0)
    return (
      <Section title={title}>
        <Text c="dimmed">{t('report:chart.none')}</Text>
      </Section>
    );
  const lengthOf = ({ value }: Figure) => (Math.max(0, value ?? 0) / most) * (width - left - right);
  return (
    <Section title={title}>
      <Wide label={title}>
        <ChartFrame size={{ width, height: shown.length * row }} label={title}>
          {shown.map(({ name, figure }, place) => (
            <g key={figure.key}>
              <title>{`${name}: ${of(figure)}`}</title>
              <text x={left - 8} y={place * row + 16} textAnchor="end">
                {name.length > longestName ? `${name.slice(0, longestName - 1)}…` : name}
              </text>
              <rect
                className={styles.bar}
                x={left}
                y={place * row + 4}
                width={lengthOf(figure)}
                height={row - 8}
              />
              <text x={left + lengthOf(figure) + 6} y={place * row + 16}>
                {of(figure)}
              </text>
            </g>
          ))}
        </ChartFrame>
      </Wide>
      {groups.length > shown.length ? (
        <Text size="xs" c="dimmed">
          {t('barsShown', { count: shown.length })}
        </Text>
      ) : null}
    </Section>
  );
}
