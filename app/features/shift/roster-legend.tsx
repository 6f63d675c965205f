import { Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconMoon, IconPin, IconPointFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/** What the marks of shifts mean, and the keys. */
export function RosterLegend() {
  const { t } = useTranslation('shift');
  const marks = [
    [IconMoon, 'night'],
    [IconPin, 'pinned'],
    [IconPointFilled, 'untold'],
    [IconAlertTriangle, 'broken'],
  ] as const;
  return (
    <div>
      <Group gap="md">
        {marks.map(([Mark, name]) => (
          <Group key={name} gap={4}>
            <Mark size={14} aria-hidden />
            <Text size="xs">{t(`legend.${name}`)}</Text>
          </Group>
        ))}
      </Group>
      <Text size="xs" c="dimmed" visibleFrom="sm">
        {t('keys')}
      </Text>
    </div>
  );
}
