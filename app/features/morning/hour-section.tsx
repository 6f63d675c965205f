import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Section, Wide } from '#app/components/page.tsx';
import { FigureValue } from '#app/features/metric/figure-value.tsx';
import type { MetricKey } from '#app/features/metric/metric.ts';
import { useFigureWords } from '#app/features/metric/use-figure-words.ts';
import { ColumnChart } from './column-chart.tsx';
import { Deed } from './deed.tsx';
import type { HourRow, MorningView } from './read-morning.ts';
import { useTenths } from './use-tenths.ts';

/** Yesterday's calls and people hour by hour, beside what was foretold and planned; the table says the same. */
export function HourSection({ view }: { view: MorningView }) {
  const { t } = useTranslation('morning');
  const hasPeople = view.hours.some(({ people }) => people.planned + people.there > 0);
  return (
    <>
      <Section title={t('hours.title')}>
        <CallChart view={view} />
      </Section>
      <Section title={t('staff.title')}>
        {hasPeople ? <StaffChart hours={view.hours} /> : <Text>{t('staff.none')}</Text>}
        <details>
          <summary>{t('table')}</summary>
          <HourTable view={view} />
        </details>
        <Deed to="plan/shifts">{t('staff.act')}</Deed>
      </Section>
    </>
  );
}

function CallChart({ view: { hours, day } }: { view: MorningView }) {
  const { t } = useTranslation('morning');
  const { write } = useFigureWords();
  const promised = day.find(({ figure }) => figure.metric === 'serviceLevel')?.threshold;
  const columns = hours.map((row) => {
    const level = figureOf(row, 'serviceLevel');
    const [offered, answered] = [level?.denominator ?? 0, figureOf(row, 'answered')?.numerator ?? 0];
    const inTime = level?.numerator ?? 0;
    const told = { hour: row.hour, offered, inTime, late: answered - inTime, abandoned: offered - answered };
    const share = level?.value ?? null;
    const isBad =
      share !== null && promised !== undefined && promised !== null && share * 1000 < promised.value;
    return {
      name: row.hour,
      title: t('hours.column', told),
      values: [told.inTime, told.late, told.abandoned],
      marks: [row.foretold],
      foot: {
        text:
          share === null ? '' : `${isBad ? '▼' : ''}${write('serviceLevel', Math.round(share * 100) / 100)}`,
        isBad,
      },
      offered,
    };
  });
  if (columns.every(({ offered, marks }) => offered === 0 && !marks[0]))
    return <Text>{t('hours.noCalls')}</Text>;
  return (
    <>
      <Text size="sm" c="dimmed">
        {t('hours.foot')}
      </Text>
      <ColumnChart
        label={t('hours.title')}
        parts={[t('hours.inTime'), t('hours.late'), t('hours.abandoned')]}
        marks={columns.some(({ marks }) => marks[0] !== null) ? [t('hours.mark')] : []}
        columns={columns}
      />
    </>
  );
}

function StaffChart({ hours }: Pick<MorningView, 'hours'>) {
  const { t } = useTranslation('morning');
  const tenths = useTenths();
  return (
    <ColumnChart
      label={t('staff.title')}
      height={150}
      parts={[t('staff.there')]}
      marks={[t('staff.planned'), t('staff.needed')]}
      columns={hours.map(({ hour, people: { there, planned, needed } }) => ({
        name: hour,
        title: t('staff.column', {
          hour,
          there: tenths(there),
          planned: tenths(planned),
          needed: tenths(needed),
        }),
        values: [there],
        marks: [planned, needed],
      }))}
    />
  );
}

function HourTable({ view }: { view: MorningView }) {
  const { t } = useTranslation(['morning', 'metric']);
  const tenths = useTenths();
  return (
    <Wide label={t('hours.title')}>
      <Table miw={980} verticalSpacing={2}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('hour')}</Table.Th>
            <Table.Th ta="right">{t('hours.foretold')}</Table.Th>
            {view.ofHour.map((metric) => (
              <Table.Th key={metric} ta="right">
                {t(`metric:${metric}.title`)}
              </Table.Th>
            ))}
            {(['there', 'planned', 'needed'] as const).map((name) => (
              <Table.Th key={name} ta="right">
                {t(`staff.${name}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {view.hours.map((row) => (
            <Table.Tr key={row.hour}>
              <Table.Th scope="row">{`${row.hour}:00`}</Table.Th>
              <Table.Td ta="right">{row.foretold === null ? '—' : tenths(row.foretold)}</Table.Td>
              {view.ofHour.map((metric) => {
                const figure = figureOf(row, metric);
                return (
                  <Table.Td key={metric} ta="right">
                    {figure ? <FigureValue figure={figure} /> : '—'}
                  </Table.Td>
                );
              })}
              {(['there', 'planned', 'needed'] as const).map((name) => (
                <Table.Td key={name} ta="right">
                  {tenths(row.people[name])}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}

function figureOf({ figures }: Pick<HourRow, 'figures'>, metric: MetricKey) {
  return figures.find((one) => one.metric === metric);
}
