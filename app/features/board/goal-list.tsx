import { Group, Progress, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDesk } from '#app/components/use-desk.ts';
import type { Goal } from './read-goals.ts';

/** What all reach together, and how far they are. */
export function GoalList({ goals }: { goals: Goal[] }) {
  const { t } = useTranslation('game');
  if (goals.length === 0) return <Text c="dimmed">{t('boards.noGoals')}</Text>;
  return (
    <Stack gap="md">
      {goals.map((goal) => (
        <GoalItem key={goal.id} goal={goal} />
      ))}
    </Stack>
  );
}

function GoalItem({ goal: { title, event, target, until, done } }: { goal: Goal }) {
  const { t } = useTranslation('game');
  const { format } = useDesk();
  const counts = { done: format.count(done), target: format.count(target) };
  const said = t('boards.goal', { event: t(`event.${event}`), ...counts });
  return (
    <div>
      <Group justify="space-between" gap="xs">
        <Text fw={600} inherit>
          {title}
        </Text>
        <Text c="dimmed" inherit>
          {done >= target
            ? t('boards.reached')
            : t('boards.until', { date: format.day(new Date(`${until}T12:00:00Z`)) })}
        </Text>
      </Group>
      <Progress value={Math.min(100, (100 * done) / target)} aria-label={title} my={6} />
      <Text c="dimmed" inherit>
        {said}
      </Text>
    </div>
  );
}
