import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { NothingHere } from '#app/components/nothing-here.tsx';
import { Section, Wide } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useFigures } from '#app/features/prediction/use-figures.ts';
import type { BaseMonth } from './active-base.ts';
import styles from './churn-page.module.css';
import type { ChurnView } from './read-churn-page.ts';
import { usePercent } from './use-percent.ts';

const figures = ['start', 'joined', 'left', 'returned', 'end'] as const;

/** The base month by month, and the last days one by one. */
export function BaseSection({ months, recent }: Pick<ChurnView, 'months' | 'recent'>) {
  const { t } = useTranslation('churn');
  const { month: nameOf, day } = useFigures();
  const percent = usePercent();
  if (months.every(({ end, left }) => end === 0 && left === 0))
    return (
      <Section title={t('base.title')}>
        <NothingHere text={t('base.none')} hint={t('base.noneHint')} />
      </Section>
    );
  const rows = months.toReversed().map((row) => ({ ...row, name: nameOf(row.month), rate: row.rate }));
  const lastDays = recent.toReversed().map((row) => ({ ...row, name: day(row.on), rate: null }));
  return (
    <>
      <Section title={t('base.title')} note={t('base.note')}>
        <RateChart months={months} />
        <Moves label={t('base.title')} head={t('month')} rows={rows} rateOf={percent} />
      </Section>
      <details>
        <summary className={styles.summary}>{t('days.title')}</summary>
        <Moves label={t('days.title')} head={t('days.day')} rows={lastDays} rateOf={null} />
      </details>
    </>
  );
}

type Row = Pick<BaseMonth, (typeof figures)[number] | 'rate'> & { name: string };
type Props = { label: string; head: string; rows: Row[]; rateOf: ((rate: number) => string) | null };

function Moves({ label, head, rows, rateOf }: Props) {
  const { t } = useTranslation('churn');
  const { format } = useDesk();
  return (
    <Wide label={label}>
      <Table maw={860} miw={520} verticalSpacing={2}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{head}</Table.Th>
            {figures.map((figure) => (
              <Table.Th key={figure} ta="right">
                {t(`base.${figure}`)}
              </Table.Th>
            ))}
            {rateOf ? <Table.Th ta="right">{t('base.rate')}</Table.Th> : null}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.name}>
              <Table.Td>{row.name}</Table.Td>
              {figures.map((figure) => (
                <Table.Td key={figure} ta="right">
                  {format.count(row[figure])}
                </Table.Td>
              ))}
              {rateOf ? <Table.Td ta="right">{row.rate === null ? '—' : rateOf(row.rate)}</Table.Td> : null}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}

const size = { width: 860, height: 140, foot: 18, top: 16 };

/** The churn rate, a column a month; the table beneath says the same. */
export function RateChart({ months }: Pick<ChurnView, 'months'>) {
  const { t } = useTranslation('churn');
  const percent = usePercent();
  const most = Math.max(0.001, ...months.map(({ rate }) => rate ?? 0));
  const step = size.width / months.length;
  const scale = (size.height - size.foot - size.top) / most;
  return (
    <svg
      className={styles.chart}
      viewBox={`0 0 ${size.width} ${size.height}`}
      role="img"
      aria-label={t('base.chart')}
    >
      <pattern
        id="unfinished"
        width="6"
        height="6"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect className={styles.column} width="3" height="6" />
      </pattern>
      {months.map(({ month, rate }, place) => {
        const height = (rate ?? 0) * scale;
        const [middle, foot] = [(place + 0.5) * step, size.height - size.foot];
        return (
          <g key={month}>
            <rect
              className={styles.column}
              {...(place === months.length - 1 ? { style: { fill: 'url(#unfinished)' } } : {})}
              x={middle - step * 0.3}
              width={step * 0.6}
              y={foot - height}
              height={height}
            />
            <text x={middle} y={foot - height - 4} textAnchor="middle">
              {rate === null ? '' : percent(rate)}
            </text>
            <text x={middle} y={size.height - 4} textAnchor="middle" className={styles.month}>
              {month.slice(5)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
