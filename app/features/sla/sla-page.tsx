import { Anchor, Button, Group, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Page, Section, Wide } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { minutesOf } from './calendar.ts';
import { ForecastSection } from './forecast-section.tsx';
import type { readForecast } from './read-forecast.ts';
import type { readSlaPage } from './read-sla-page.ts';

type SlaPageProps = Awaited<ReturnType<typeof readSlaPage>> & {
  mayWrite: boolean;
  forecast: Awaited<ReturnType<typeof readForecast>>;
};

/** What clocks count by: the contract and the calendars, each with its versions. */
export function SlaPage({ calendars, contracts, contractId, mayWrite, forecast }: SlaPageProps) {
  const { t } = useTranslation('sla');
  const plan = `/t/${useDesk().workplace.slug}/plan`;
  return (
    <Page title={t('page.title')} note={t('page.note')}>
      <ForecastSection {...forecast} />
      <Section title={t('page.contract')}>
        {contracts.length === 0 ? <Text c="dimmed">{t('page.noContract')}</Text> : null}
        {contracts.length > 0 ? <Contracts contracts={contracts} contractId={contractId} /> : null}
        <Group>
          <Button
            component={Link}
            to={`${plan}/contract`}
            variant="default"
            disabled={calendars.length === 0}
          >
            {t(mayWrite ? 'page.changeContract' : 'page.openContract')}
          </Button>
        </Group>
      </Section>
      <Section title={t('page.calendars')}>
        {calendars.length === 0 ? (
          <Text c="dimmed">{t('page.noCalendars')}</Text>
        ) : (
          <Calendars calendars={calendars} plan={plan} />
        )}
        {mayWrite ? (
          <Group>
            <Button component={Link} to={`${plan}/calendars/new`} variant="default">
              {t('page.newCalendar')}
            </Button>
          </Group>
        ) : null}
      </Section>
    </Page>
  );
}

function Contracts({ contracts, contractId }: Pick<SlaPageProps, 'contracts' | 'contractId'>) {
  const { t } = useTranslation('sla');
  const { format } = useDesk();
  return (
    <Wide label={t('page.contract')}>
      <Table miw={640} verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            {(['from', 'rules', 'applies', 'reason', 'author'] as const).map((column) => (
              <Table.Th key={column}>{t(`page.column.${column}`)}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {contracts.toReversed().map(({ id, effectiveFrom, terms, appliesTo, reason, author }) => (
            <Table.Tr key={id} fw={id === contractId ? 600 : undefined}>
              <Table.Td>
                {format.moment(effectiveFrom)}
                {id === contractId ? ` · ${t('page.inForce')}` : null}
              </Table.Td>
              <Table.Td>{terms.rules.length}</Table.Td>
              <Table.Td>{t(`page.applies.${appliesTo}`)}</Table.Td>
              <Table.Td>{reason}</Table.Td>
              <Table.Td>{author}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}

function Calendars({ calendars, plan }: { calendars: SlaPageProps['calendars']; plan: string }) {
  const { t } = useTranslation('sla');
  return (
    <Wide label={t('page.calendars')}>
      <Table miw={640} verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            {(['name', 'zone', 'hours', 'special', 'versions'] as const).map((column) => (
              <Table.Th key={column}>{t(`page.column.${column}`)}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {calendars.map(({ id, name, current, versions }) => (
            <Table.Tr key={id}>
              <Table.Td>
                <Anchor component={Link} to={`${plan}/calendars/${id}`}>
                  {name}
                </Anchor>
              </Table.Td>
              <Table.Td>{current?.hours.timeZone}</Table.Td>
              <Table.Td>
                {current ? t('page.weekHours', { n: weekHours(current.hours.week) }) : null}
              </Table.Td>
              <Table.Td>{current?.hours.specialDays.length}</Table.Td>
              <Table.Td>{versions.length}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}

function weekHours(week: readonly Parameters<typeof minutesOf>[0][][]): number {
  const minutes = week
    .flat()
    .map(minutesOf)
    .reduce((sum, { from, to }) => sum + to - from, 0);
  return Math.round(minutes / 6) / 10;
}
