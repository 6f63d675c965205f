import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ActionButton } from '#app/components/action-button.tsx';
import { NothingHere } from '#app/components/nothing-here.tsx';
import { Page, Section, Wide } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { AddressSection } from './address-section.tsx';
import type { ReportMailView } from './read-report-mail.ts';
import { ScheduleForm } from './schedule-form.tsx';

type Dispatch = ReportMailView['dispatches'][number];
type Schedule = ReportMailView['schedules'][number];

/** Which reports go where by mail. */
export function ReportMailPage({ view }: { view: ReportMailView }) {
  const { t } = useTranslation('reportMail');
  const { workplace } = useDesk();
  const place = `/t/${workplace.slug}/plan/report-mail`;
  const { addresses, schedules, dispatches } = view;
  return (
    <Page title={t('title')} note={t('note')}>
      <AddressSection addresses={addresses} place={`${place}/addresses`} />
      <Section title={t('schedules')}>
        {schedules.length === 0 ? <NothingHere text={t('schedulesNone')} hint={t('schedulesHint')} /> : null}
        {schedules.length > 0 ? <Schedules schedules={schedules} place={`${place}/schedules`} /> : null}
        {addresses.length > 0 ? <ScheduleForm view={view} place={`${place}/schedules`} /> : null}
      </Section>
      <Section title={t('sent')}>
        {dispatches.length === 0 ? <Text c="dimmed">{t('sentNone')}</Text> : <Sent dispatches={dispatches} />}
      </Section>
    </Page>
  );
}

function useTitle() {
  const { t } = useTranslation('reportMail');
  return ({ isMonth, name }: Pick<Dispatch, 'isMonth' | 'name'>) => (isMonth ? t('month') : (name ?? '—'));
}

function Schedules({ schedules, place }: { schedules: readonly Schedule[]; place: string }) {
  const { t } = useTranslation('reportMail');
  const { format } = useDesk();
  const titleOf = useTitle();
  const rhythmOf = ({ rhythm: { every, weekday, monthDay, hour } }: Schedule) => {
    const day = t(`weekdays.d${([1, 2, 3, 4, 5, 6, 7] as const)[weekday - 1] ?? 1}`);
    return t(`rhythm.${every}`, { weekday: day, monthDay, hour: String(hour).padStart(2, '0') });
  };
  return (
    <Wide label={t('schedules')}>
      <Table miw={640} verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            {(['report', 'when', 'to', 'actions'] as const).map((column) => (
              <Table.Th key={column}>{t(`column.${column}`)}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {schedules.map((one) => (
            <Table.Tr key={one.id}>
              <Table.Td>
                {titleOf(one)}, {one.file.replace('report.', '').toUpperCase()}
              </Table.Td>
              <Table.Td>
                {rhythmOf(one)}
                <Text size="xs" c="dimmed">
                  {t('next', { at: format.moment(one.nextAt) })}
                </Text>
              </Table.Td>
              <Table.Td>{one.to}</Table.Td>
              <Table.Td>
                <ActionButton
                  action={`${place}/${one.id}/removal`}
                  label={t('stop')}
                  confirm={t('stopConfirm')}
                  variant="subtle"
                />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}

const failures = [
  ...(['not-wanted', 'schedule-removed', 'report-removed', 'names-people'] as const),
  ...(['month-not-closed', 'no-mailbox', 'broke-off'] as const),
];

function Sent({ dispatches }: { dispatches: readonly Dispatch[] }) {
  const { t } = useTranslation('reportMail');
  const { format } = useDesk();
  const titleOf = useTitle();
  const outcomeOf = ({ state, sentAt, failure }: Dispatch) => {
    const known = failures.find((one) => one === failure);
    const why = known ? t(`failure.${known}`) : failure;
    const word = t(`dispatch.${state}`, { at: sentAt ? format.moment(sentAt) : '' });
    return state === 'sent' || !why ? word : `${word}: ${why}`;
  };
  return (
    <Wide label={t('sent')}>
      <Table miw={640} verticalSpacing={2}>
        <Table.Thead>
          <Table.Tr>
            {(['due', 'report', 'to', 'state'] as const).map((column) => (
              <Table.Th key={column}>{t(`column.${column}`)}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {dispatches.map((one) => (
            <Table.Tr key={one.id}>
              <Table.Td>{format.moment(one.dueAt)}</Table.Td>
              <Table.Td>{titleOf(one)}</Table.Td>
              <Table.Td>{one.to}</Table.Td>
              <Table.Td>{outcomeOf(one)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}
