import { useTranslation } from 'react-i18next';
import { ChartFrame, ChartLegend } from '#app/components/chart-frame.tsx';
import { Wide } from '#app/components/page.tsx';
import styles from './forecast-chart.module.css';
import type { Point } from './forecast-points.ts';

const size = { width: 1000, height: 280, left: 34, right: 8, top: 10, bottom: 22 };
const lines = ['lastYear', 'lastWeek', 'foretold', 'corrected', 'again', 'came'] as const;
type Line = (typeof lines)[number];
type Scale = (value: number) => number;

/** What came and what is foretold from left to right, with the interval as a band; the table beneath says the same. */
export function ForecastChart({
  points,
  nameOf,
}: {
  points: readonly Point[];
  /** What stands beneath it: a time of a day, a day of a week. */
  nameOf(point: Point): string;
}) {
  const { t } = useTranslation('workload');
  const shown = lines.filter((line) => points.some((point) => point[line] !== null));
  const values = points.flatMap((point) => [point.high ?? 0, ...shown.map((line) => point[line] ?? 0)]);
  const most = Math.max(1, ...values);
  const wide = size.width - size.left - size.right;
  const foot = size.height - size.bottom;
  const x: Scale = (place) => size.left + (wide * (place + 0.5)) / points.length;
  const y: Scale = (value) => foot - ((foot - size.top) * value) / most;
  const isDay = points.length === 48;
  return (
    <>
      <Legend shown={shown} />
      <Wide label={t('chart')}>
        <ChartFrame size={size} label={t('chart')}>
          {[0, 0.5, 1].map((part) => (
            <g key={part}>
              <line x1={size.left} x2={size.width} y1={y(part * most)} y2={y(part * most)} />
              <text x={size.left - 4} y={y(part * most) + 4} textAnchor="end">
                {Math.round(part * most)}
              </text>
            </g>
          ))}
          <path className={styles.band} d={bandOf(points, x, y)} />
          {shown.map((line) => (
            <path key={line} className={styles[line]} d={pathOf(points, line, x, y)} />
          ))}
          {points.map((point, place) =>
            place % (isDay ? 4 : 12) === 0 ? (
              <text
                key={point.slot}
                x={x(place)}
                y={size.height - 6}
                textAnchor={place === 0 ? 'start' : 'middle'}
              >
                {nameOf(point)}
              </text>
            ) : null,
          )}
        </ChartFrame>
      </Wide>
    </>
  );
}

function Legend({ shown }: { shown: readonly Line[] }) {
  const { t } = useTranslation('workload');
  return (
    <ChartLegend>
      {shown.toReversed().map((line) => (
        <span key={line}>
          <svg width={28} height={10} aria-hidden>
            <line className={styles[line]} x1={0} x2={28} y1={5} y2={5} />
          </svg>
          {t(`line.${line}`)}
        </span>
      ))}
    </ChartLegend>
  );
}

/** Broken where nothing is known. */
function pathOf(points: readonly Point[], line: Line, x: Scale, y: Scale): string {
  return points
    .map((point, place) => {
      const value = point[line];
      if (value === null) return '';
      const isFirst = (points[place - 1]?.[line] ?? null) === null;
      return `${isFirst ? 'M' : 'L'}${x(place).toFixed(1)} ${y(value).toFixed(1)}`;
    })
    .join('');
}

function bandOf(points: readonly Point[], x: Scale, y: Scale): string {
  const known = points.flatMap(({ low, high }, place) =>
    low === null || high === null ? [] : [{ place, low, high }],
  );
  if (known.length === 0) return '';
  const upper = known.map(({ place, high }) => `${x(place).toFixed(1)} ${y(high).toFixed(1)}`);
  const lower = known.toReversed().map(({ place, low }) => `${x(place).toFixed(1)} ${y(low).toFixed(1)}`);
  return `M${[...upper, ...lower].join('L')}Z`;
}
