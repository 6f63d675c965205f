import { Badge, Button, Group, NumberInput, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFetcher } from 'react-router';
import { FormAlert } from '#app/components/form-alert.tsx';
import { Panel } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useFaults } from '#app/components/use-faults.ts';
import { usualDisputeDays } from '#app/features/points/season.ts';
import type { GameRules } from './game-rules-page.tsx';

/** The seasons there were, are and will be; the next one. */
export function SeasonPanel({ seasons, currentId, earliest }: GameRules) {
  const { t } = useTranslation('game');
  const { format, workplace } = useDesk();
  const fetcher = useFetcher();
  const fault = useFaults(fetcher.data);
  const current = seasons.find(({ id }) => id === currentId);
  const stateOf = (from: string, id: string) => {
    if (id === currentId) return 'current';
    return current === undefined || from > current.from ? 'coming' : 'over';
  };
  return (
    <Panel title={t('rules.seasons')}>
      <Text size="xs" c="dimmed">
        {t('rules.seasonsNote')}
      </Text>
      <Stack gap={4}>
        {seasons.map(({ id, name, from, disputeDays }) => (
          <Group key={id} justify="space-between" gap="xs" wrap="nowrap">
            <span>
              {name}
              <Text span size="xs" c="dimmed">
                {' '}
                {format.day(new Date(`${from}T12:00:00Z`))}, {t('rules.disputed', { count: disputeDays })}
              </Text>
            </span>
            <Badge
              size="sm"
              tt="none"
              variant="light"
              flex="none"
              color={stateOf(from, id) === 'current' ? 'green' : 'gray'}
            >
              {t(`rules.${stateOf(from, id)}`)}
            </Badge>
          </Group>
        ))}
      </Stack>
      <fetcher.Form method="post" action={`/t/${workplace.slug}/plan/game/seasons`}>
        <Stack gap="sm">
          <FormAlert text={fault('form')} />
          <TextInput name="name" label={t('rules.seasonName')} maxLength={60} error={fault('name')} />
          <TextInput
            name="from"
            type="date"
            label={t('rules.seasonFrom')}
            min={earliest}
            defaultValue={earliest}
            error={fault('from')}
          />
          <NumberInput
            name="disputeDays"
            label={t('rules.disputeDays')}
            min={1}
            max={180}
            defaultValue={seasons[0]?.disputeDays ?? usualDisputeDays}
            error={fault('disputeDays')}
          />
          <Button type="submit" loading={fetcher.state !== 'idle'}>
            {t('rules.openSeason')}
          </Button>
        </Stack>
      </fetcher.Form>
    </Panel>
  );
}
