import { useTranslation } from 'react-i18next';
import { ChartFrame } from '#app/components/chart-frame.tsx';
import { clockText } from './clock-text.ts';
import styles from './need-chart.module.css';
import type { Need } from './read-need.ts';

const size = { width: 1000, height: 96, left: 34, right: 8, top: 8, bottom: 20 };

type Props = {
  slots: Need['slots'];
  agents: readonly number[];
  /** The top of the scale, so that skills can be compared. */
  most: number;
  label: string;
  dayOf(on: string): string;
};

/** A bar for every half hour, as high as agents are needed; the table beneath says the same. */
export function NeedChart({ slots, agents, most, label, dayOf }: Props) {
  const { t } = useTranslation('workload');
  const foot = size.height - size.bottom;
  const wide = (size.width - size.left - size.right) / slots.length;
  const y = (count: number) => foot - ((foot - size.top) * count) / Math.max(1, most);
  const isDay = slots.every(({ on }) => on === slots[0]?.on);
  return (
    <ChartFrame size={size} label={label}>
      {[0, most].map((count) => (
        <g key={count}>
          <line x1={size.left} x2={size.width} y1={y(count)} y2={y(count)} />
          <text x={size.left - 4} y={y(count) + 4} textAnchor="end">
            {count}
          </text>
        </g>
      ))}
      {slots.map(({ on, minute }, place) => {
        const x = size.left + wide * place;
        const isNamed = minute === 0 || (isDay && minute % 120 === 0);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a half hour of the wall clock may come twice
          <g key={place}>
            <rect
              className={styles.bar}
              x={x}
              width={Math.max(1, wide - (isDay ? 2 : 0.4))}
              y={y(agents[place] ?? 0)}
              height={foot - y(agents[place] ?? 0)}
            >
              <title>
                {t('need.bar', { day: dayOf(on), time: clockText(minute), count: agents[place] ?? 0 })}
              </title>
            </rect>
            {isNamed ? (
              <text x={x} y={size.height - 5}>
                {isDay ? clockText(minute) : dayOf(on)}
              </text>
            ) : null}
          </g>
        );
      })}
    </ChartFrame>
  );
}
