import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Page, Section, Wide } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { CalendarEditor } from './calendar-editor.tsx';
import type { CalendarView } from './read-calendar.ts';

/** One calendar: its hours, and every version of them. */
export function CalendarPage({ id, name, given, versions, timeZones, mayWrite }: CalendarView) {
  const { t } = useTranslation('sla');
  const { format, workplace } = useDesk();
  return (
    <Page
      title={name ?? t('calendar.new')}
      back={{ to: `/t/${workplace.slug}/plan/sla`, label: t('calendar.back') }}
    >
      <CalendarEditor
        given={given}
        timeZones={timeZones}
        mayWrite={mayWrite}
        previewAt={id ? `/t/${workplace.slug}/plan/calendars/${id}/preview` : null}
      />
      {versions.length > 0 ? (
        <Section title={t('calendar.history')}>
          <Wide label={t('calendar.history')}>
            <Table miw={560} maw={760} verticalSpacing={4}>
              <Table.Tbody>
                {versions.toReversed().map(({ id, effectiveFrom, reason, author, createdAt }) => (
                  <Table.Tr key={id}>
                    <Table.Td>{format.fullDay(new Date(`${effectiveFrom}T12:00:00Z`))}</Table.Td>
                    <Table.Td>{reason}</Table.Td>
                    <Table.Td>{author}</Table.Td>
                    <Table.Td>{format.moment(createdAt)}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Wide>
        </Section>
      ) : null}
    </Page>
  );
}
