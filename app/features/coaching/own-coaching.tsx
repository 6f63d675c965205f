import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ActionButton } from '#app/components/action-button.tsx';
import { Section } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import type { readOwnCoaching } from './read-coaching.ts';
import { useDayText } from './use-day-text.ts';

/** What one has to practise oneself. */
export function OwnCoaching({ tasks }: { tasks: Awaited<ReturnType<typeof readOwnCoaching>> }) {
  const { t } = useTranslation('coaching');
  const { home } = useDesk();
  const dayText = useDayText();
  if (tasks.length === 0) return null;
  return (
    <Section title={t('mine')}>
      <ul style={{ margin: 0, paddingLeft: 20 }}>
        {tasks.map(({ id, goal, dueOn, state, outcome, finding }) => (
          <li key={id}>
            {goal}
            <Text size="xs" c="dimmed">
              {[
                outcome ? t(`outcome.${outcome}`) : t(`state.${state}`),
                t('due', { date: dayText(dueOn) }),
                finding,
              ]
                .filter(Boolean)
                .join(' · ')}
            </Text>
            {state === 'open' ? (
              <ActionButton action={`${home}/my-coaching/${id}/completion`} label={t('done')} />
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}
