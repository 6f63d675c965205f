import { Group, Progress, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Section } from '#app/components/page.tsx';
import styles from './game.module.css';
import type { OwnCompany } from './read-own-company.ts';

/** What one may set oneself, how far one is, and how often it was made. */
export function QuestList({ quests }: Pick<OwnCompany, 'quests'>) {
  const { t } = useTranslation('game');
  return (
    <Section title={t('quests.title')}>
      {quests.length === 0 ? <Text c="dimmed">{t('quests.none')}</Text> : null}
      <div className={styles.quests}>
        {quests.map(({ id, title, target, per, done, badges }) => (
          <div key={id} className={styles.figure}>
            <Group justify="space-between" gap="xs" wrap="nowrap">
              <Text fw={600}>{title}</Text>
              <Text c="dimmed" size="sm">
                {done >= target ? t('quests.done') : null}
              </Text>
            </Group>
            <Progress value={Math.min(100, (100 * done) / target)} my={6} aria-label={title} />
            <Text c="dimmed" size="sm">
              {t('quests.progress', { done, target, when: t(`quests.${per}`) })}
              {badges > 0 ? ` · ${t('quests.badges', { count: badges })}` : ''}
            </Text>
          </div>
        ))}
      </div>
    </Section>
  );
}
