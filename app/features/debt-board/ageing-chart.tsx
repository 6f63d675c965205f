import { useTranslation } from 'react-i18next';
import { ChartFrame, ChartLegend } from '#app/components/chart-frame.tsx';
import { Wide } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import styles from './ageing-chart.module.css';
import { overdueBuckets } from './overdue-buckets.ts';
import type { Board } from './read-board.ts';

type Month = Board['ageing'][number];

const size = { width: 860, height: 240, left: 8, top: 18, bottom: 22 };
const classes = { '1-30': 'b1-30', '31-60': 'b31-60', '61-90': 'b61-90', '90+': 'b90' } as const;

/** A part so high has room for its own name, so that its colour is not all that tells it. */
const namedFrom = 14;

/** What was overdue, a column a month, by age from the foot up; the table beneath says the same. */
export function AgeingChart({ ageing }: Pick<Board, 'ageing'>) {
  const { t } = useTranslation('debtBoard');
  const { format } = useDesk();
  const sums = ageing.map(totalOf);
  const most = Math.max(1, ...sums);
  const step = (size.width - 2 * size.left) / ageing.length;
  const scale = (size.height - size.top - size.bottom) / most;
  const foot = size.height - size.bottom;
  const nameOf = ({ on }: Month, place: number) =>
    place === ageing.length - 1 ? t('ageing.now') : format.day(new Date(`${on}T12:00:00Z`));
  return (
    <>
      <ChartLegend>
        {overdueBuckets.map((bucket) => (
          <span key={bucket}>
            <i className={`${styles.sample} ${styles[classes[bucket]]}`} aria-hidden />
            {t(`bucket.${bucket}`)}
          </span>
        ))}
      </ChartLegend>
      <Wide label={t('ageing.title')} rows={showNewest}>
        <ChartFrame size={size} label={t('ageing.title')}>
          <line x1={0} x2={size.width} y1={foot} y2={foot} />
          {ageing.map((month, place) => {
            const middle = size.left + (place + 0.5) * step;
            const sum = sums[place] ?? 0;
            return (
              <g key={month.on}>
                <title>{`${nameOf(month, place)}: ${format.money(sum)}`}</title>
                {stack(month).map(({ bucket, from, kopecks }) => (
                  <g key={bucket}>
                    <rect
                      className={styles[classes[bucket]]}
                      x={middle - Math.min(24, step * 0.35)}
                      width={Math.min(48, step * 0.7)}
                      y={foot - (from + kopecks) * scale}
                      height={kopecks * scale}
                    />
                    {kopecks * scale < namedFrom ? null : (
                      <text
                        className={styles.name}
                        x={middle}
                        y={foot - (from + kopecks / 2) * scale + 4}
                        textAnchor="middle"
                      >
                        {bucket === '90+' ? '90+' : bucket.replace('-', '–')}
                      </text>
                    )}
                  </g>
                ))}
                <text x={middle} y={foot - sum * scale - 5} textAnchor="middle">
                  {format.count(Math.round(sum / 100_000))}
                </text>
                <text x={middle} y={size.height - 6} textAnchor="middle">
                  {place === ageing.length - 1 ? t('ageing.now') : monthOf(month.on)}
                </text>
              </g>
            );
          })}
        </ChartFrame>
      </Wide>
    </>
  );
}

/** Where the chart is wider than the page, the present is what is seen first. */
function showNewest(box: HTMLElement | null) {
  box?.scrollTo({ left: box.scrollWidth });
}

function totalOf({ by }: Month): number {
  return overdueBuckets.reduce((sum, bucket) => sum + by[bucket].kopecks, 0);
}

/** The oldest at the foot: what stays is compared on one line. */
function stack({ by }: Month) {
  let from = 0;
  return overdueBuckets.toReversed().map((bucket) => {
    const piece = { bucket, from, kopecks: by[bucket].kopecks };
    from += piece.kopecks;
    return piece;
  });
}

function monthOf(on: string): string {
  return `${on.slice(5, 7)}.${on.slice(2, 4)}`;
}
