import { Button, Group, MultiSelect, NativeSelect, Text } from '@mantine/core';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFetcher } from 'react-router';
import { useFaults } from '#app/components/use-faults.ts';
import type { ReportMailView } from './read-report-mail.ts';
import { mailedFiles } from './report-mail.ts';

const numbers = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, place) => String(from + place));
const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
const everies = ['day', 'week', 'month'] as const;

/** Sets which report goes where and when. */
export function ScheduleForm({ view, place }: { view: ReportMailView; place: string }) {
  const { t } = useTranslation(['reportMail', 'own']);
  const fetcher = useFetcher<{ done?: { id: string } }>();
  const fault = useFaults(fetcher.data);
  const [fields, setFields] = useState({
    what: 'month',
    file: 'report.pdf',
    every: 'month' as (typeof everies)[number],
    weekday: '1',
    monthDay: '8',
    hour: '9',
    addressIds: [] as string[],
  });
  const doneId = fetcher.data?.done?.id;
  useEffect(() => {
    if (doneId) setFields((before) => ({ ...before, addressIds: [] }));
  }, [doneId]);
  const change = (part: Partial<typeof fields>) => setFields((before) => ({ ...before, ...part }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { what, file, every, weekday, monthDay, hour, addressIds } = fields;
    const mailed = what === 'month' ? { kind: 'month' } : { kind: 'own', ownReportId: what };
    const rhythm = { every, weekday, monthDay, hour };
    void fetcher.submit(
      { mailed, file, rhythm, addressIds },
      { method: 'post', encType: 'application/json', action: place },
    );
  };
  const { every, weekday, monthDay, hour } = fields;
  return (
    <form onSubmit={submit} noValidate>
      <Group align="end" gap="sm">
        <NativeSelect
          size="sm"
          label={t('what')}
          data={[
            { value: 'month', label: t('month') },
            ...view.reports.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={fields.what}
          onChange={(event) => change({ what: event.currentTarget.value })}
          error={fault('ownReportId')}
        />
        <NativeSelect
          size="sm"
          label={t('file')}
          data={mailedFiles.map((value) => ({ value, label: t(`own:file.${value}`) }))}
          value={fields.file}
          onChange={(event) => change({ file: event.currentTarget.value })}
        />
        <NativeSelect
          size="sm"
          label={t('everyLabel')}
          data={everies.map((value) => ({ value, label: t(`every.${value}`) }))}
          value={every}
          onChange={(event) =>
            change({ every: everies.find((one) => one === event.currentTarget.value) ?? 'day' })
          }
        />
        {every === 'week' ? (
          <NativeSelect
            size="sm"
            label={t('weekday')}
            data={weekdays.map((value) => ({ value: String(value), label: t(`weekdays.d${value}`) }))}
            value={weekday}
            onChange={(event) => change({ weekday: event.currentTarget.value })}
          />
        ) : null}
        {every === 'month' ? (
          <NativeSelect
            size="sm"
            label={t('monthDay')}
            data={numbers(1, 28)}
            value={monthDay}
            onChange={(event) => change({ monthDay: event.currentTarget.value })}
          />
        ) : null}
        <NativeSelect
          size="sm"
          label={t('hour')}
          data={numbers(0, 23).map((value) => ({ value, label: `${value.padStart(2, '0')}:00` }))}
          value={hour}
          onChange={(event) => change({ hour: event.currentTarget.value })}
        />
        <MultiSelect
          label={t('to')}
          miw={280}
          data={view.addresses
            .filter(({ state }) => state !== 'ended')
            .map(({ id, address }) => ({ value: id, label: address }))}
          value={fields.addressIds}
          onChange={(addressIds) => change({ addressIds })}
          error={fault('addressIds')}
        />
        <Button type="submit" loading={fetcher.state !== 'idle'}>
          {t('set')}
        </Button>
      </Group>
      <Text size="xs" c="dimmed" mt={4}>
        {t('zone', { zone: view.timeZone })} {fields.what === 'month' ? t('monthNote') : ''}
      </Text>
      <Text c="red" size="sm" role="alert">
        {fault('form')}
      </Text>
    </form>
  );
}
