import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Section, Wide } from '#app/components/page.tsx';
import { FigureValue } from '#app/features/metric/figure-value.tsx';
import { type Figure, type MetricKey, metricOf } from '#app/features/metric/metric.ts';
import { useTermWords } from '#app/features/service-terms/use-term-words.ts';
import { PortalPage } from './portal-page.tsx';
import type { ScorecardView } from './read-scorecard.ts';
import { type TradeFigure, tradeFigures } from './trade-figures.ts';

export function ScorecardPage({ view: { around, ours } }: { view: ScorecardView }) {
  const { t } = useTranslation('report');
  const figureOf = (metric: MetricKey | null) =>
    ours.find(({ figure }) => figure.metric === metric)?.figure ?? null;
  return (
    <PortalPage title={t('scorecard.title')} note={t('scorecard.note')} around={around}>
      <Section title={t('scorecard.table')}>
        <Wide label={t('scorecard.title')}>
          <Table miw={720} maw={1000} verticalSpacing={4}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('scorecard.measure')}</Table.Th>
                <Table.Th ta="right">{t('scorecard.theirs')}</Table.Th>
                <Table.Th>{t('scorecard.source')}</Table.Th>
                <Table.Th ta="right">{t('scorecard.ours')}</Table.Th>
                <Table.Th />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {tradeFigures.map((trade) => (
                <TradeRow key={trade.measure} trade={trade} ours={figureOf(trade.metric)} />
              ))}
            </Table.Tbody>
          </Table>
        </Wide>
      </Section>
    </PortalPage>
  );
}

type RowProps = { trade: (typeof tradeFigures)[number]; ours: Figure | null };

function TradeRow({ trade, ours }: RowProps) {
  const { t } = useTranslation(['report', 'terms']);
  const { amountOf } = useTermWords();
  const theirs = trade.metric
    ? amountOf(trade.metric, metricOf(trade.metric).unit === 'ms' ? trade.value : trade.value * 1000)
    : t('terms:value.percent', { n: trade.value * 100 });
  const verdict = verdictOf(trade, ours);
  return (
    <Table.Tr>
      <Table.Td>{t(`scorecard.name.${trade.measure}`)}</Table.Td>
      <Table.Td ta="right">{theirs}</Table.Td>
      <Table.Td>{trade.source === 'template' ? t('scorecard.template') : trade.source}</Table.Td>
      <Table.Td ta="right">{ours ? <FigureValue figure={ours} /> : t('scorecard.none')}</Table.Td>
      <Table.Td>{verdict ? t(`scorecard.verdict.${verdict}`) : null}</Table.Td>
    </Table.Tr>
  );
}

function verdictOf({ metric, value }: TradeFigure, ours: Figure | null): 'better' | 'worse' | null {
  if (!metric || ours === null || ours.value === null) return null;
  const isLess = metricOf(metric).better === 'less';
  return (isLess ? ours.value <= value : ours.value >= value) ? 'better' : 'worse';
}
