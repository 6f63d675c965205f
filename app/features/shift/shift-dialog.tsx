import { Button, Checkbox, Group, List, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '#app/components/dialog.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import type { RosterView, ShownShift } from './read-roster.ts';
import type { OpenedCell } from './roster-grid.tsx';
import { ShiftReasons } from './shift-reasons.tsx';
import { minutesBetween, timeText } from './shift-steps.ts';
import { useBreachWords } from './use-breach-words.ts';
import type { RosterEdits } from './use-roster-edits.ts';

type Props = { view: RosterView; cell: OpenedCell; edits: RosterEdits; onClose(): void };

/** One person's shift of one date: its times and owner, its breaks, what it breaks; or a new one. */
export function ShiftDialog({ view, cell, edits, onClose }: Props) {
  const { t } = useTranslation('shift');
  const { format } = useDesk();
  const person = view.people[cell.person];
  const date = view.dates[cell.day];
  if (!person || !date) return null;
  const shift = person.shifts.find((one) => one.date === date);
  return (
    <Dialog title={`${person.name}, ${format.day(new Date(`${date}T12:00Z`))}`} onClose={onClose}>
      <Stack gap="sm">
        <ShiftForm
          view={view}
          owner={person.userId}
          date={date}
          shift={shift}
          edits={edits}
          onClose={onClose}
        />
        {shift ? <ShiftFactsList shift={shift} /> : null}
        {shift ? <ShiftReasons rosterId={view.roster.id} shiftId={shift.id} /> : null}
        {shift || edits.isOpen ? null : <Text size="sm">{t('locked')}</Text>}
      </Stack>
    </Dialog>
  );
}

type FormProps = Pick<Props, 'view' | 'edits' | 'onClose'> & {
  owner: string;
  date: string;
  shift: ShownShift | undefined;
};

function ShiftForm({ view, owner, date, shift, edits, onClose }: FormProps) {
  const { t } = useTranslation('shift');
  const [first] = view.templates;
  const [from, setFrom] = useState(shift?.from ?? timeText(first?.starts[0] ?? 540));
  const [to, setTo] = useState(
    shift?.to ?? timeText(((first?.starts[0] ?? 540) + (first?.minutes[0] ?? 540)) % 1440),
  );
  const [userId, setUserId] = useState(owner);
  const [isPinned, setPinned] = useState(shift?.isPinned ?? true);
  const save = () => {
    const times = { userId, date, from, minutes: minutesBetween(from, to) };
    if (shift) edits.move(shift, { ...times, isPinned });
    else edits.place(times);
    onClose();
  };
  const time = (label: string, value: string, set: (value: string) => void, isFirst = false) => (
    <TextInput
      {...(isFirst ? { 'data-autofocus': true } : {})}
      type="time"
      step={1800}
      label={label}
      value={value}
      onChange={(event) => set(event.currentTarget.value)}
      disabled={!edits.isOpen}
    />
  );
  return (
    <Stack
      gap="sm"
      component="form"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Group grow align="start">
        {time(t('begins'), from, setFrom, true)}
        {time(t('ends'), to, setTo)}
      </Group>
      <NativeSelect
        label={t('person')}
        value={userId}
        onChange={(event) => setUserId(event.currentTarget.value)}
        data={view.people.map((one) => ({ value: one.userId, label: one.name }))}
        disabled={!edits.isOpen || !shift}
      />
      {shift ? (
        <Checkbox
          label={t('pin')}
          description={t('pinHint')}
          checked={isPinned}
          onChange={(event) => setPinned(event.currentTarget.checked)}
          disabled={!edits.isOpen}
        />
      ) : null}
      {edits.isOpen ? (
        <Group justify="space-between">
          <Button type="submit">{shift ? t('saveShift') : t('placeShift', { from, to })}</Button>
          {shift ? (
            <Button
              variant="default"
              onClick={() => {
                edits.remove(shift);
                onClose();
              }}
            >
              {t('removeShift')}
            </Button>
          ) : null}
        </Group>
      ) : null}
    </Stack>
  );
}

function ShiftFactsList({ shift }: { shift: ShownShift }) {
  const { t } = useTranslation('shift');
  const { format, carrierTitle } = useDesk();
  const breachWords = useBreachWords();
  const clock = (at: number) => format.clock(new Date(at)).slice(0, 5);
  return (
    <List size="sm">
      {shift.breaks.map((one) => (
        <List.Item key={one.startsAt}>
          {t(one.isPaid ? 'paidBreak' : 'break', { from: clock(one.startsAt), to: clock(one.endsAt) })}
        </List.Item>
      ))}
      {shift.skill ? <List.Item>{t('forCarrier', { carrier: carrierTitle(shift.skill) })}</List.Item> : null}
      {shift.isUntold ? <List.Item>{t('legend.untold')}</List.Item> : null}
      {shift.breaches.map((breach) => (
        <List.Item key={breach.rule}>{breachWords(breach)}</List.Item>
      ))}
    </List>
  );
}
