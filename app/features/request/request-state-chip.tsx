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
import { type MarkLook, StateMark } from '#app/components/state-mark.tsx';
import type { RequestState } from './request.ts';

const looks: Record<RequestState, MarkLook> = {
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
};

/** A request's state: one word, icon and colour, the same everywhere. */
export function RequestStateChip({ state }: { state: RequestState }) {
  const { t } = useTranslation('request');
  return <StateMark look={looks[state]} word={t(`state.${state}`)} hint={t(`stateHint.${state}`)} />;
}
