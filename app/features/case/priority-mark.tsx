import { IconArrowDown, IconArrowUp, IconUrgent } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type MarkLook, StateMark } from '#app/components/state-mark.tsx';
import type { Priority } from './case.ts';

const looks: Record<Exclude<Priority, 'normal'>, MarkLook> = {
  low: { icon: IconArrowDown, tone: 'grey' },
  high: { icon: IconArrowUp, tone: 'amber' },
  urgent: { icon: IconUrgent, tone: 'red', strong: true },
};

/** Only what is not usual is marked. */
export function PriorityMark({ priority }: { priority: Priority }) {
  const { t } = useTranslation('case');
  if (priority === 'normal') return null;
  return <StateMark look={looks[priority]} word={t(`priority.${priority}`)} />;
}
