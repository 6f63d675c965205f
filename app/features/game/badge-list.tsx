import { Text } from '@mantine/core';
import { IconAward, IconAwardOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Section } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import styles from './game.module.css';
import type { OwnCompany } from './read-own-company.ts';

/** Every badge there is: what it is for, and whether one has it. */
export function BadgeList({ badges }: Pick<OwnCompany, 'badges'>) {
  const { t } = useTranslation('game');
  return (
    <Section title={t('badges.title')} note={t('badges.note')}>
      <ul className={styles.badges}>
        {badges.map((one) => (
          <Badge key={one.badge} {...one} />
        ))}
      </ul>
    </Section>
  );
}

function Badge({ badge, per, count, at }: OwnCompany['badges'][number]) {
  const { t } = useTranslation('game');
  const { format, now } = useDesk();
  const Icon = at ? IconAward : IconAwardOff;
  const had = per === 'month' ? t('badges.months', { count }) : at ? format.stamp(at, now) : '';
  return (
    <li className={styles.badge}>
      <Icon className={styles.badgeIcon ?? ''} data-had={at !== null} size={22} stroke={1.5} aria-hidden />
      <div>
        <Text fw={600}>{t(`badges.name.${badge}`)}</Text>
        <Text c="dimmed" size="sm">
          {t(`badges.for.${badge}`)}
        </Text>
        <Text size="sm">{at ? had : t('badges.notYet')}</Text>
      </div>
    </li>
  );
}
