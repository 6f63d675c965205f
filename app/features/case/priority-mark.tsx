import { IconArrowDown, IconArrowUp, IconUrgent } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Priority } from './case.ts';
import styles from './case-mark.module.css';

const looks = {
  low: { icon: IconArrowDown, tone: 'grey' },
  high: { icon: IconArrowUp, tone: 'amber' },
  urgent: { icon: IconUrgent, tone: 'red' },
} as const;

/** Only what is not usual is marked. */
export function PriorityMark({ priority }: { priority: Priority }) {
  const { t } = useTranslation('case');
  if (priority === 'normal') return null;
  const { icon: Icon, tone } = looks[priority];
  return (
    <span className={styles.mark} data-tone={tone}>
      <Icon size={14} stroke={2} aria-hidden />
      {t(`priority.${priority}`)}
    </span>
  );
}
