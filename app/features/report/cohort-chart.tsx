import { useTranslation } from 'react-i18next';
import { ChartFrame } from '#app/components/chart-frame.tsx';
import { Section, Wide } from '#app/components/page.tsx';
import type { ChurnView } from '#app/features/churn/read-churn-page.ts';
import styles from './course-chart.module.css';

const size = { width: 860, height: 200, left: 36, top: 12, foot: 20, right: 50 };
const shown = 4;

/** How the newest months of joining shrink, each line named at its end; the table beneath says the same of all. */
export function CohortChart({ cohorts }: Pick<ChurnView, 'cohorts'>) {
  const { t } = useTranslation(['report', 'churn']);
  const drawn = cohorts
    .filter(({ stayed }) => stayed.length > 1)
    .filter((_, at) => at % 3 === 0)
    .slice(0, shown);
  const ages = Math.max(1, ...drawn.map(({ stayed }) => stayed.length - 1));
  const least = Math.min(0.9, ...drawn.flatMap(({ stayed }) => stayed));
  const ground = size.height - size.foot;
  const x = (age: number) => size.left + (age * (size.width - size.left - size.right)) / ages;
  const y = (share: number) => size.top + ((1 - share) / (1 - least)) * (ground - size.top);
  if (drawn.length === 0) return null;
  return (
    <Section title={t('base.curve')} note={t('base.curveNote')}>
      <Wide label={t('base.curve')}>
        <div className={styles.chart}>
          <ChartFrame size={size} label={t('base.curve')}>
            {[1, (1 + least) / 2, least].map((share) => (
              <g key={share}>
                <line x1={size.left} x2={size.width - size.right} y1={y(share)} y2={y(share)} />
                <text x={size.left - 4} y={y(share) + 4} textAnchor="end">
                  {Math.round(share * 100)}
                </text>
              </g>
            ))}
            {drawn.map(({ month, stayed }, at) => (
              <g key={month}>
                <polyline
                  className={styles.curve}
                  strokeDasharray={['', '8 4', '2 3', '10 3 2 3'][at]}
                  points={stayed.map((share, age) => `${x(age)},${y(share)}`).join(' ')}
                />
                <text x={x(stayed.length - 1) + 4} y={y(stayed.at(-1) ?? 1) + 4}>
                  {`${month.slice(5)}.${month.slice(2, 4)}`}
                </text>
              </g>
            ))}
            {Array.from({ length: ages + 1 }, (_, age) => age).map((age) => (
              <text key={age} x={x(age)} y={size.height - 4} textAnchor="middle">
                {age}
              </text>
            ))}
          </ChartFrame>
        </div>
      </Wide>
    </Section>
  );
}
