import { Button, Group, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFetcher } from 'react-router';
import { Section } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useFaults } from '#app/components/use-faults.ts';
import { GoalList } from '#app/features/board/goal-list.tsx';
import type { GameRules } from './game-rules-page.tsx';
import { TargetFields } from './target-fields.tsx';

/** What all are to reach together. */
export function GoalSection({ goals, coming }: GameRules) {
  const { t } = useTranslation('game');
  const { format } = useDesk();
  return (
    <Section title={t('rules.goals')}>
      <GoalList goals={goals} />
      {coming.length > 0 ? (
        <Text c="dimmed">
          {t('rules.comingGoals')}:{' '}
          {coming
            .map(({ title, from }) => `${title} (${format.day(new Date(`${from}T12:00:00Z`))})`)
            .join(', ')}
        </Text>
      ) : null}
      <GoalForm />
    </Section>
  );
}

function GoalForm() {
  const { t } = useTranslation('game');
  const { workplace } = useDesk();
  const fetcher = useFetcher();
  const fault = useFaults(fetcher.data);
  return (
    <fetcher.Form method="post" action={`/t/${workplace.slug}/plan/game/goals`} noValidate>
      <Group gap="sm" align="end">
        <TargetFields titleLabel={t('rules.goalName')} fault={fault} />
        <TextInput name="from" type="date" label={t('rules.from')} error={fault('from')} />
        <TextInput name="until" type="date" label={t('rules.until')} error={fault('until')} />
        <Button type="submit" variant="default" loading={fetcher.state !== 'idle'}>
          {t('rules.addGoal')}
        </Button>
      </Group>
    </fetcher.Form>
  );
}
