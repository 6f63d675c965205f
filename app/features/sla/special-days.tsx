import {
  ActionIcon,
  Button,
  FileButton,
  Group,
  NumberInput,
  Select,
  Table,
  Text,
  TextInput,
} from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFetcher } from 'react-router';
import { FormAlert } from '#app/components/form-alert.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useFaults } from '#app/components/use-faults.ts';
import { useLoaded } from '#app/components/use-loaded.ts';
import type { SpecialDay } from './calendar.ts';
import { holidayCountries } from './holiday-countries.ts';
import { readPeriods } from './periods-text.ts';
import type { DayDraft, useCalendarForm } from './use-calendar-form.ts';

type Form = ReturnType<typeof useCalendarForm>;
type Found = { days?: SpecialDay[] };

/** The days that are not as their day of the week: one by one, a country's, or out of an iCal file. */
export function SpecialDays({ form, year }: { form: Form; year: number }) {
  const { t } = useTranslation('sla');
  return (
    <>
      {form.draft.days.length === 0 ? (
        <Text c="dimmed">{t('calendar.noDays')}</Text>
      ) : (
        <DayTable form={form} />
      )}
      <Group gap="xs" align="end">
        <Button
          variant="default"
          onClick={() => form.addDays([{ date: nextFree(form.draft.days, year), name: '', periods: [] }])}
        >
          {t('calendar.addDay')}
        </Button>
        <Holidays onFound={form.addDays} year={year} />
        <IcalFile onFound={form.addDays} />
      </Group>
    </>
  );
}

function DayTable({ form: { draft, editDay, removeDay } }: { form: Form }) {
  const { t } = useTranslation(['sla', 'errors']);
  return (
    <Table maw={760} verticalSpacing={2} withRowBorders={false}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th w={150}>{t('calendar.date')}</Table.Th>
          <Table.Th>{t('calendar.dayName')}</Table.Th>
          <Table.Th w={220}>{t('calendar.dayHours')}</Table.Th>
          <Table.Th w={40} />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {draft.days.map(({ key, date, name, periods }) => (
          <Table.Tr key={key}>
            <Table.Td>
              <TextInput
                type="date"
                size="xs"
                aria-label={t('calendar.date')}
                value={date}
                onChange={(event) => editDay(key, { date: event.currentTarget.value })}
              />
            </Table.Td>
            <Table.Td>
              <TextInput
                size="xs"
                aria-label={t('calendar.dayName')}
                value={name}
                maxLength={120}
                error={name.trim() === ''}
                onChange={(event) => editDay(key, { name: event.currentTarget.value })}
              />
            </Table.Td>
            <Table.Td>
              <TextInput
                size="xs"
                aria-label={t('calendar.dayHours')}
                placeholder={t('calendar.off')}
                value={periods}
                error={readPeriods(periods) ? null : t('errors:field.period')}
                onChange={(event) => editDay(key, { periods: event.currentTarget.value })}
              />
            </Table.Td>
            <Table.Td>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('calendar.removeDay', { date })}
                onClick={() => removeDay(key)}
              >
                <IconTrash size={16} />
              </ActionIcon>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

type Source = { onFound(days: SpecialDay[]): void };

function Holidays({ onFound, year }: Source & { year: number }) {
  const { t } = useTranslation('sla');
  const { slug } = useDesk().workplace;
  const { data, load, state } = useLoaded<Found>();
  const [country, setCountry] = useState<string>('RU');
  const [of, setYear] = useState<string | number>(year);
  useTaken(data, onFound);
  return (
    <>
      <Select
        label={t('calendar.country')}
        w={150}
        value={country}
        allowDeselect={false}
        data={holidayCountries.map((value) => ({ value, label: t(`country.${value}`) }))}
        onChange={(value) => setCountry(value ?? country)}
      />
      <NumberInput label={t('calendar.year')} w={90} value={of} min={2000} max={2100} onChange={setYear} />
      <Button
        variant="default"
        loading={state !== 'idle'}
        onClick={() => load(`/t/${slug}/plan/calendars/holidays?country=${country}&year=${of}`)}
      >
        {t('calendar.addHolidays')}
      </Button>
    </>
  );
}

function IcalFile({ onFound }: Source) {
  const { t } = useTranslation('sla');
  const { slug } = useDesk().workplace;
  const fetcher = useFetcher<Found>();
  const fault = useFaults(fetcher.data);
  useTaken(fetcher.data, onFound);
  const send = (file: File | null) => {
    if (!file) return;
    const form = new FormData();
    form.set('file', file);
    const action = `/t/${slug}/plan/calendars/ical`;
    fetcher.submit(form, { method: 'post', encType: 'multipart/form-data', action });
  };
  return (
    <>
      <FileButton accept=".ics,text/calendar" onChange={send}>
        {(props) => (
          <Button variant="default" loading={fetcher.state !== 'idle'} {...props}>
            {t('calendar.ical')}
          </Button>
        )}
      </FileButton>
      <FormAlert text={fault('file') ?? fault('form')} />
    </>
  );
}

/** Takes what was found over once. */
function useTaken(data: Found | undefined, onFound: Source['onFound']) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: once an answer
  useEffect(() => {
    if (data?.days) onFound(data.days);
  }, [data]);
}

/** A date that no row has yet: the first of January, or the next one that is free. */
function nextFree(days: readonly DayDraft[], year: number): string {
  const taken = new Set(days.map(({ date }) => date));
  const first = Date.UTC(year, 0, 1);
  const free = Array.from({ length: 366 }, (_, day) =>
    new Date(first + day * 86_400_000).toISOString().slice(0, 10),
  );
  return free.find((date) => !taken.has(date)) ?? '';
}
