import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ActionButton } from '#app/components/action-button.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import type { ShownStanding } from './read-standing.ts';

type BarProps = { bar: ShownStanding['bars'][number]; place: string };

export function BarRow({ bar, place }: BarProps) {
  const { t } = useTranslation('outreach');
  const { format } = useDesk();
  const until = bar.until ? ` · ${t('standing.barUntil', { on: format.day(new Date(bar.until)) })}` : '';
  return (
    <Group justify="space-between" align="start" wrap="nowrap" gap="xs">
      <div>
        <Text size="sm" fw={600}>
          {t(`rule.bar-${bar.kind}`)}
          {until}
        </Text>
        <Text size="xs" c="dimmed">
          {[bar.representative, bar.proof].filter(Boolean).join(' · ')}
        </Text>
      </div>
      <ActionButton
        action={`${place}/bars/${bar.id}/ending`}
        label={t('standing.endBar')}
        confirm={t('standing.endBarSure')}
        variant="subtle"
      />
    </Group>
  );
}

type ConsentProps = { consent: ShownStanding['consents'][number]; place: string };

export function ConsentRow({ consent, place }: ConsentProps) {
  const { t } = useTranslation('outreach');
  const { format } = useDesk();
  const { id, purpose, channel, givenAt, textVersion: version, proof } = consent;
  return (
    <Group justify="space-between" align="start" wrap="nowrap" gap="xs">
      <div>
        <Text size="sm">
          {t(`purpose.${purpose}`)}, {channel ? t(`channel.${channel}`) : t('standing.anyChannel')}
        </Text>
        <Text size="xs" c="dimmed">
          {t('standing.given', { on: format.day(new Date(givenAt)), version, proof })}
        </Text>
      </div>
      <ActionButton
        action={`${place}/consents/${id}/withdrawal`}
        label={t('standing.withdraw')}
        confirm={t('standing.withdrawSure')}
        variant="subtle"
      />
    </Group>
  );
}
