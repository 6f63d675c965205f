import { Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type AvailableTime, weekdays } from './shift.ts';

const usual: AvailableTime = { weekdays: [1, 2, 3, 4, 5], from: '09:00', to: '18:00' };

type Props = {
  times: readonly AvailableTime[];
  fault(field: string): string | undefined;
  onChange(times: AvailableTime[]): void;
};

/** When a person may be asked to work, by weekday and hour of his own clock; none: always. */
export function AvailableTimes({ times, fault, onChange }: Props) {
  const { t } = useTranslation('shift');
  const change = (at: number, by: Partial<AvailableTime>) =>
    onChange(times.map((one, place) => (place === at ? { ...one, ...by } : one)));
  return (
    <Stack gap="xs">
      <Text size="sm" fw={600}>
        {t('terms.available')}
      </Text>
      <Text size="xs" c="dimmed">
        {t(times.length === 0 ? 'terms.always' : 'terms.availableHint')}
      </Text>
      {times.map((time, place) => (
        <TimeRow
          // biome-ignore lint/suspicious/noArrayIndexKey: the place is all that tells two alike rows apart
          key={place}
          time={time}
          fault={fault}
          onChange={(by) => change(place, by)}
          onRemove={() => onChange(times.filter((_, other) => other !== place))}
        />
      ))}
      <Button variant="default" onClick={() => onChange([...times, usual])}>
        {t('terms.addAvailable')}
      </Button>
    </Stack>
  );
}

type RowProps = {
  time: AvailableTime;
  fault: Props['fault'];
  onChange(by: Partial<AvailableTime>): void;
  onRemove(): void;
};

function TimeRow({ time, fault, onChange, onRemove }: RowProps) {
  const { t } = useTranslation('shift');
  return (
    <Stack gap={6}>
      <Checkbox.Group
        aria-label={t('terms.weekdays')}
        value={time.weekdays.map(String)}
        error={fault('weekdays')}
        onChange={(chosen) => onChange({ weekdays: chosen.map(Number).sort((a, b) => a - b) })}
      >
        <Group gap="sm">
          {weekdays.map((day, place) => (
            <Checkbox key={day} value={String(place + 1)} label={t(`weekday.${day}`)} />
          ))}
        </Group>
      </Checkbox.Group>
      <Group gap="xs" align="end">
        {(['from', 'to'] as const).map((end) => (
          <TextInput
            key={end}
            type="time"
            step={1800}
            label={t(`terms.hours.${end}`)}
            value={time[end]}
            error={fault(end)}
            onChange={(event) => onChange({ [end]: event.currentTarget.value })}
          />
        ))}
        <Button variant="subtle" onClick={onRemove}>
          {t('terms.removeProtection')}
        </Button>
      </Group>
    </Stack>
  );
}
