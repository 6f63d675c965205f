import {
  IconArchive,
  IconArrowMerge,
  IconCircleCheck,
  IconHourglass,
  IconPlayerPlay,
  IconSparkles,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type MarkLook, StateMark } from '#app/components/state-mark.tsx';
import type { CaseState } from './case.ts';

const looks: Record<CaseState, MarkLook> = {
  new: { icon: IconSparkles, tone: 'violet' },
  open: { icon: IconPlayerPlay, tone: 'blue' },
  waiting: { icon: IconHourglass, tone: 'grey' },
  solved: { icon: IconCircleCheck, tone: 'green' },
  closed: { icon: IconArchive, tone: 'grey' },
  merged: { icon: IconArrowMerge, tone: 'grey' },
};

/** A case's state: one word, icon and colour, the same everywhere. */
export function CaseStateChip({ state }: { state: CaseState }) {
  const { t } = useTranslation('case');
  return <StateMark look={looks[state]} word={t(`state.${state}`)} hint={t(`stateHint.${state}`)} />;
}
