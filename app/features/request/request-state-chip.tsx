import {
  IconBan,
  IconCalendarTime,
  IconCircleCheck,
  IconCircleX,
  IconClock,
  IconHelpCircle,
  IconHourglass,
  IconPencil,
  IconSend,
  IconUserExclamation,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { RequestState } from './request.ts';
import styles from './request-state-chip.module.css';

const looks = {
  draft: { icon: IconPencil, tone: 'grey' },
  scheduled: { icon: IconCalendarTime, tone: 'violet' },
  queued: { icon: IconClock, tone: 'grey' },
  sending: { icon: IconSend, tone: 'blue' },
  accepted: { icon: IconHourglass, tone: 'blue' },
  unconfirmed: { icon: IconHelpCircle, tone: 'amber' },
  manual: { icon: IconUserExclamation, tone: 'violet', strong: true },
  done: { icon: IconCircleCheck, tone: 'green' },
  refused: { icon: IconCircleX, tone: 'red' },
  cancelled: { icon: IconBan, tone: 'grey' },
} as const;

/** A request's state: one word, icon and colour, the same everywhere. */
export function RequestStateChip({ state }: { state: RequestState }) {
  const { t } = useTranslation('request');
  const { icon: Icon, tone, ...look } = looks[state];
  const strong = 'strong' in look || undefined;
  return (
    <span className={styles.chip} data-tone={tone} data-strong={strong} title={t(`stateHint.${state}`)}>
      <Icon size={15} stroke={1.8} aria-hidden />
      {t(`state.${state}`)}
    </span>
  );
}
