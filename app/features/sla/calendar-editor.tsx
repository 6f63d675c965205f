import { Alert, Autocomplete, Button, Group, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFetcher } from 'react-router';
import { FormAlert } from '#app/components/form-alert.tsx';
import { Section } from '#app/components/page.tsx';
import { useFaults } from '#app/components/use-faults.ts';
import type { CalendarHours, CalendarRefusal, Period } from './calendar.ts';
import styles from './calendar-editor.module.css';
import type { RulesPreview as Preview } from './compare-rules.ts';
import { readPeriods, writePeriods } from './periods-text.ts';
import { RulesPreview } from './rules-preview.tsx';
import { SpecialDays } from './special-days.tsx';
import { useCalendarForm } from './use-calendar-form.ts';
import { WeekPicture, weekdays } from './week-picture.tsx';
import { YearPicture } from './year-picture.tsx';

type Given = { name: string; effectiveFrom: string; hours: CalendarHours };
type EditorProps = {
  given: Given;
  timeZones: readonly string[];
  mayWrite: boolean;
  /** Where other hours are tried on the open cases; a new calendar has none. */
  previewAt: string | null;
};
const json = { method: 'post', encType: 'application/json' } as const;

/** The hours of a calendar as they are typed, with a picture of the week and of the year beside. */
export function CalendarEditor({ given, timeZones, mayWrite, previewAt }: EditorProps) {
  const { t } = useTranslation(['sla', 'errors']);
  const form = useCalendarForm(given);
  const { draft, hours, fault, edit } = form;
  const { submit, data, state } = useFetcher();
  const previewing = useFetcher<{ preview?: Preview }>();
  const wrong = useFaults(data ?? previewing.data);
  const year = Number(draft.effectiveFrom.slice(0, 4)) || 2026;
  const save = () => {
    const { name, effectiveFrom, reason } = draft;
    submit({ name, effectiveFrom, hours, reason }, json);
  };
  const preview = (action: string) =>
    previewing.submit({ effectiveFrom: draft.effectiveFrom, hours }, { ...json, action });
  return (
    <Stack gap="lg">
      <Section title={t('calendar.week')} note={t('calendar.weekNote')}>
        <div className={styles.week}>
          <Stack gap={4}>
            {weekdays.map((day, index) => (
              <Group key={day} gap="xs" wrap="nowrap">
                <span className={styles.day}>{t(`weekday.${day}`)}</span>
                <TextInput
                  size="xs"
                  className={styles.periods}
                  aria-label={t(`weekdayFull.${day}`)}
                  placeholder={t('calendar.off')}
                  value={draft.week[index] ?? ''}
                  error={readPeriods(draft.week[index] ?? '') ? null : t('errors:field.period')}
                  onChange={(event) => form.editWeekday(index, event.currentTarget.value)}
                />
              </Group>
            ))}
          </Stack>
          <WeekPicture week={hours.week} />
        </div>
        {fault ? <FaultAlert fault={fault} /> : null}
      </Section>
      <Section title={t('calendar.special')} note={t('calendar.specialNote')}>
        <SpecialDays form={form} year={year} />
      </Section>
      <Section title={t('calendar.yearPicture', { year })}>
        <YearPicture hours={hours} year={year} />
      </Section>
      <Section title={t('calendar.save')}>
        <Stack gap="sm" maw={420}>
          <FormAlert text={wrong('form')} />
          <TextInput
            label={t('calendar.name')}
            value={draft.name}
            error={wrong('name')}
            maxLength={60}
            onChange={(event) => edit({ name: event.currentTarget.value })}
          />
          <Autocomplete
            label={t('calendar.zone')}
            data={[...timeZones]}
            limit={20}
            value={draft.timeZone}
            error={wrong('timeZone')}
            onChange={(timeZone) => edit({ timeZone })}
          />
          <TextInput
            type="date"
            label={t('calendar.from')}
            description={t('calendar.fromHint')}
            value={draft.effectiveFrom}
            error={wrong('effectiveFrom')}
            onChange={(event) => edit({ effectiveFrom: event.currentTarget.value })}
          />
          <TextInput
            label={t('calendar.reason')}
            value={draft.reason}
            error={wrong('reason')}
            maxLength={300}
            onChange={(event) => edit({ reason: event.currentTarget.value })}
          />
          <Group>
            {previewAt ? (
              <Button
                variant="default"
                loading={previewing.state !== 'idle'}
                disabled={!form.isSound || !mayWrite}
                onClick={() => void preview(previewAt)}
              >
                {t('contract.preview')}
              </Button>
            ) : null}
            <Button onClick={save} loading={state !== 'idle'} disabled={!form.isSound || !mayWrite}>
              {t('calendar.save')}
            </Button>
          </Group>
        </Stack>
        {previewing.data?.preview ? <RulesPreview preview={previewing.data.preview} /> : null}
      </Section>
    </Stack>
  );
}

/** Both periods that overlap are named. */
function FaultAlert({ fault }: { fault: CalendarRefusal }) {
  const { t } = useTranslation(['sla', 'errors']);
  const told = (day: number | string, period: Period) =>
    `${typeof day === 'number' ? t(`weekday.${weekdays[day - 1] ?? 'mon'}`) : day} ${writePeriods([period])}`;
  return (
    <Alert color="red" role="alert" p="xs">
      {fault.code === 'periods-overlap'
        ? t('calendar.overlap', {
            first: told(fault.day, fault.period),
            second: told(fault.withDay, fault.with),
          })
        : t(`errors:${fault.code}`)}
    </Alert>
  );
}
