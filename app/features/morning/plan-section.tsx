import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { NothingHere } from '#app/components/nothing-here.tsx';
import { Section, Wide } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { usePercent } from '#app/features/churn/use-percent.ts';
import { Deed } from './deed.tsx';
import type { MorningView } from './read-morning.ts';
import { useTenths } from './use-tenths.ts';

/** Of fewer a mean says nothing of a day. */
const fewestSolved = 20;

/** How right the forecast of yesterday was, channel by channel. */
export function ForecastSection({ forecast: { channels, weekFrom } }: Pick<MorningView, 'forecast'>) {
  const { t } = useTranslation('morning');
  const { format } = useDesk();
  const percent = usePercent();
  const share = (value: number | null) => (value === null ? '—' : percent(value));
  const isForetold = channels.some(({ foretold }) => foretold > 0);
  return (
    <Section title={t('forecast.title')} note={channels.length > 0 ? t('forecast.note') : null}>
      {isForetold ? null : <NothingHere text={t('forecast.none')} hint={t('forecast.noneHint')} />}
      {channels.length > 0 ? (
        <Wide label={t('forecast.title')}>
          <Table miw={420} verticalSpacing={3}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('forecast.channel')}</Table.Th>
                {(['foretold', 'came', 'wape', 'chance'] as const).map((column) => (
                  <Table.Th key={column} ta="right">
                    {t(`forecast.${column}`)}
                  </Table.Th>
                ))}
                {weekFrom ? (
                  <Table.Th ta="right">
                    {t('forecast.lastWeek', { date: format.period(weekFrom, weekFrom) })}
                  </Table.Th>
                ) : null}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {channels.map(({ channel, foretold, came, wape, chance, lastWeek }) => (
                <Table.Tr key={channel}>
                  <Table.Td>{t(`forecast.of.${channel}`)}</Table.Td>
                  <Table.Td ta="right">{isForetold ? format.count(Math.round(foretold)) : '—'}</Table.Td>
                  <Table.Td ta="right">{isForetold ? format.count(came) : '—'}</Table.Td>
                  <Table.Td ta="right">{share(wape)}</Table.Td>
                  <Table.Td ta="right">{share(chance)}</Table.Td>
                  {weekFrom ? <Table.Td ta="right">{share(lastWeek)}</Table.Td> : null}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Wide>
      ) : null}
      <Deed to="plan/forecast">{t('forecast.act')}</Deed>
    </Section>
  );
}

/** What yesterday's people cost, in hours. */
export function CostSection({ view: { staffing, hours, day } }: { view: MorningView }) {
  const { t } = useTranslation('morning');
  const tenths = useTenths();
  const { cost } = staffing;
  const sum = (of: (people: (typeof hours)[number]['people']) => number) =>
    hours.reduce((all, { people }) => all + of(people), 0);
  const thereHours = sum(({ thereMs }) => thereMs) / 3_600_000;
  const solved = day.find(({ figure }) => figure.metric === 'solved')?.figure.numerator ?? 0;
  const lines = [
    ['hoursPlanned', cost.plannedMinutes / 60],
    ['hoursNight', cost.nightMinutes / 60],
    ['hoursHoliday', cost.holidayMinutes / 60],
    ['hoursExtra', cost.extraMinutes / 60],
    ['hoursThere', thereHours],
    ['hoursNeeded', sum(({ needed }) => needed)],
    ['minutesASolved', solved >= fewestSolved ? (thereHours * 60) / solved : 0],
  ] as const;
  const shown = lines.filter(([name, value]) => value > 0 || name === 'hoursPlanned');
  return (
    <Section title={t('staff.cost')} note={t('staff.note')}>
      {cost.shifts === 0 && thereHours === 0 ? (
        <Text>{t('staff.none')}</Text>
      ) : (
        <Table maw={420} verticalSpacing={3}>
          <Table.Tbody>
            {shown.map(([name, value]) => (
              <Table.Tr key={name}>
                <Table.Th scope="row" fw={400}>
                  {t(`staff.${name}`)}
                </Table.Th>
                <Table.Td ta="right">{tenths(value)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      <Deed to="plan/shifts">{t('staff.act')}</Deed>
    </Section>
  );
}
