import { Anchor, Badge, Group, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { NothingHere } from '#app/components/nothing-here.tsx';
import { Page, Wide } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useListKeys } from '#app/components/use-list-keys.ts';
import { ModelSections } from '#app/features/prediction/model-sections.tsx';
import { TrainingSection } from '#app/features/prediction/training-section.tsx';
import { useFigures } from '#app/features/prediction/use-figures.ts';
import type { RiskBand } from './churn.ts';
import classes from './churn-page.module.css';
import type { RiskView } from './read-risk-page.ts';
import { useChurnReasonWords } from './use-churn-reason-words.ts';
import { usePercent } from './use-percent.ts';

export const bandColours: Record<RiskBand, string> = { low: 'gray', medium: 'yellow', high: 'red' };

/** Who is most likely to leave, and the model that says so. */
export function RiskPage({ view }: { view: RiskView }) {
  const { t } = useTranslation('churn');
  const { workplace } = useDesk();
  const place = `/t/${workplace.slug}/plan/churn`;
  return (
    <Page title={t('risk.title')} note={t('risk.note')} back={{ to: place, label: t('title') }}>
      <Bands view={view} />
      <Run run={view.run} />
      {view.lines.length === 0 ? (
        <NothingHere text={t('risk.none')} hint={t('risk.noneHint')} />
      ) : (
        <Lines lines={view.lines} />
      )}
      <Group>
        {view.isFirst ? null : (
          <Anchor component={Link} to={queryOf(view.band, null)}>
            {t('risk.first')}
          </Anchor>
        )}
        {view.next ? (
          <Anchor component={Link} to={queryOf(view.band, view.next)}>
            {t('risk.next')}
          </Anchor>
        ) : null}
      </Group>
      <ModelSections target="churn" {...view.card} />
      <TrainingSection
        target="churn"
        action={`${place}/risk/trainings`}
        mayTrain={view.mayTrain}
        {...view.card}
      />
    </Page>
  );
}

function queryOf(band: RiskBand | null, after: string | null): string {
  const query = new URLSearchParams({ ...(band ? { band } : {}), ...(after ? { after } : {}) });
  return `?${query}`;
}

function Bands({ view: { band, bands } }: { view: RiskView }) {
  const { t } = useTranslation('churn');
  const { format } = useDesk();
  const choices = [
    { name: null, label: t('risk.all') },
    ...bands.map(({ name, lines }) => ({
      name,
      label: `${t(`risk.bands.${name}`)}: ${format.count(lines)}`,
    })),
  ];
  return (
    <Group component="nav" aria-label={t('risk.area')}>
      {choices.map(({ name, label }) => (
        <Anchor
          key={label}
          component={Link}
          to={queryOf(name, null)}
          fw={band === name ? 700 : 400}
          {...(band === name ? { 'aria-current': 'page' } : {})}
        >
          {label}
        </Anchor>
      ))}
    </Group>
  );
}

function Run({ run }: Pick<RiskView, 'run'>) {
  const { t } = useTranslation('churn');
  const { format } = useDesk();
  const { day } = useFigures();
  if (!run) return null;
  const said = { date: day(run.on), lines: format.count(run.scored) };
  return <Text c="dimmed">{run.isOver ? t('risk.scored', said) : t('risk.scoring', said)}</Text>;
}

const columns = ['name', 'risk', 'why', 'number', 'carrier'] as const;

function Lines({ lines }: Pick<RiskView, 'lines'>) {
  const { t } = useTranslation('churn');
  const { home, carrierTitle } = useDesk();
  const percent = usePercent();
  const wordsOf = useChurnReasonWords();
  const rows = useListKeys();
  return (
    <Wide label={t('risk.title')} rows={rows.ref}>
      <Table miw={720} verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            {columns.map((column) => (
              <Table.Th key={column}>{t(`risk.column.${column}`)}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map(({ lineId, name, maskedNumber, carrier, probability, band, reasons }) => (
            <Table.Tr key={lineId}>
              <Table.Td>
                <Anchor component={Link} to={`${home}/lines/${lineId}`} data-row={lineId}>
                  {name}
                </Anchor>
              </Table.Td>
              <Table.Td className={classes.whole}>
                <Badge variant="light" miw="max-content" color={bandColours[band]} tt="none">
                  {percent(probability)} {t(`risk.band.${band}`)}
                </Badge>
              </Table.Td>
              <Table.Td>{reasons.map(wordsOf).join('; ')}</Table.Td>
              <Table.Td className={classes.whole}>{maskedNumber}</Table.Td>
              <Table.Td>{carrierTitle(carrier)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}
