import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Section, Wide } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { clockText } from './clock-text.ts';
import { NeedChart } from './need-chart.tsx';
import type { ForecastView } from './read-forecast-page.ts';
import type { Need } from './read-need.ts';

type View = Extract<ForecastView, { points: unknown }>;
type Row = { name: string; figures: number[] };

/** How many agents of each skill the roster needs on these dates, for all queues together. */
export function NeedSection({ view: { need, span, isForetold } }: { view: View }) {
  const { t } = useTranslation('workload');
  const { format, carrierTitle } = useDesk();
  if (!isForetold) return null;
  const nameOf = (skill: string) => (skill === '' ? t('need.anyone') : carrierTitle(skill));
  const dayOf = (on: string) => format.date(on);
  const most = Math.max(1, ...need.skills.flatMap(({ agents }) => agents));
  return (
    <Section title={t('need.title')} note={t('need.note')}>
      <Wide label={t('need.title')}>
        {need.skills.map(({ skill, agents }) => (
          <div key={skill}>
            <Text size="sm">
              <b>{nameOf(skill)}</b>{' '}
              {t('need.sum', { hours: format.count(hoursOf(agents)), most: Math.max(0, ...agents) })}
            </Text>
            <NeedChart
              slots={need.slots}
              agents={agents}
              most={most}
              dayOf={dayOf}
              label={t('need.chart', { skill: nameOf(skill) })}
            />
          </div>
        ))}
      </Wide>
      <details>
        <summary>{t(`need.table.${span}`)}</summary>
        <NeedTable
          label={t(`need.table.${span}`)}
          first={span === 'day' ? t('course.time') : t('on')}
          skills={need.skills.map(({ skill }) => nameOf(skill))}
          rows={span === 'day' ? byHalfHour(need) : byDate(need, dayOf)}
        />
      </details>
    </Section>
  );
}

function NeedTable(props: { label: string; first: string; skills: readonly string[]; rows: readonly Row[] }) {
  const { t } = useTranslation('workload');
  const { format } = useDesk();
  return (
    <Wide label={props.label}>
      <Table maw={640} verticalSpacing={2}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{props.first}</Table.Th>
            {[...props.skills, t('need.all')].map((name) => (
              <Table.Th key={name} ta="right">
                {name}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {props.rows.map(({ name, figures }, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a half hour of the wall clock may come twice
            <Table.Tr key={row}>
              <Table.Th scope="row">{name}</Table.Th>
              {[...figures, figures.reduce((sum, one) => sum + one, 0)].map((figure, column) => (
                <Table.Td key={props.skills[column] ?? ''} ta="right">
                  {format.count(figure)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}

function byHalfHour({ slots, skills }: Need): Row[] {
  return slots.map(({ minute }, place) => ({
    name: clockText(minute),
    figures: skills.map(({ agents }) => agents[place] ?? 0),
  }));
}

/** Agent-hours. */
function byDate({ slots, skills }: Need, dayOf: (on: string) => string): Row[] {
  return [...new Set(slots.map(({ on }) => on))].map((date) => ({
    name: dayOf(date),
    figures: skills.map(({ agents }) => hoursOf(agents.filter((_, place) => slots[place]?.on === date))),
  }));
}

function hoursOf(agents: readonly number[]): number {
  return agents.reduce((sum, count) => sum + count, 0) / 2;
}
