import { Alert, Anchor, Group, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ActionButton } from '#app/components/action-button.tsx';
import { NothingHere } from '#app/components/nothing-here.tsx';
import { Page, Section, Wide } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { datesOf } from './month-snapshot.ts';
import type { MonthsView } from './read-months.ts';

/** The closed months; for whoever may close one, which wait for it. `place`: the address of this page. */
export function MonthsPage({ view, canClose }: { view: MonthsView; canClose: boolean }) {
  const { t } = useTranslation('month');
  const { workplace } = useDesk();
  const nameOf = useMonthName();
  const place = `/t/${workplace.slug}/${canClose ? 'plan' : 'report'}/months`;
  const { months, proposed, isEarly, brokenMonth } = view;
  return (
    <Page title={t('title')} note={t('note')}>
      {brokenMonth ? <Alert color="red">{t('broken', { month: nameOf(brokenMonth) })}</Alert> : null}
      {canClose && proposed.length > 0 ? (
        <Section title={t('propose')} note={isEarly ? t('early') : undefined}>
          <Group gap="xs">
            {proposed.map((month) => (
              <ActionButton
                key={month}
                action={`${place}/closing`}
                fields={{ month }}
                label={t('close', { month: nameOf(month) })}
                variant="default"
              />
            ))}
          </Group>
        </Section>
      ) : null}
      {months.length === 0 ? <NothingHere text={t('none')} hint={t('noneHint')} /> : null}
      {months.length > 0 ? <MonthTable months={months} place={place} /> : null}
    </Page>
  );
}

/** `октябрь 2026` */
export function useMonthName(): (month: string) => string {
  const { format } = useDesk();
  return (month) => {
    const { from, to } = datesOf(month);
    return format.period(from, to);
  };
}

function MonthTable({ months, place }: { months: MonthsView['months']; place: string }) {
  const { t } = useTranslation('month');
  const { format } = useDesk();
  const nameOf = useMonthName();
  return (
    <Wide label={t('title')}>
      <Table miw={480} verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            {(['month', 'closedAt', 'by', 'corrections'] as const).map((column) => (
              <Table.Th key={column}>{t(`column.${column}`)}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {months.map(({ month, closedAt, closedBy, corrections }) => (
            <Table.Tr key={month}>
              <Table.Td>
                <Anchor component={Link} to={`${place}/${month}`}>
                  {nameOf(month)}
                </Anchor>
              </Table.Td>
              <Table.Td>{format.moment(closedAt)}</Table.Td>
              <Table.Td>{closedBy}</Table.Td>
              <Table.Td>{corrections === 0 ? '–' : corrections}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}
