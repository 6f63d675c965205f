import {
  IconArchive,
  IconArrowMerge,
  IconCircleCheck,
  IconHourglass,
  IconPlayerPlay,
  IconSparkles,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CaseState } from './case.ts';
import styles from './case-mark.module.css';

const looks = {
  new: { icon: IconSparkles, tone: 'violet' },
  open: { icon: IconPlayerPlay, tone: 'blue' },
  waiting: { icon: IconHourglass, tone: 'grey' },
  solved: { icon: IconCircleCheck, tone: 'green' },
  closed: { icon: IconArchive, tone: 'grey' },
  merged: { icon: IconArrowMerge, tone: 'grey' },
} as const;

/** A case's state: one word, icon and colour, the same everywhere. */
export function CaseStateChip({ state }: { state: CaseState }) {
  const { t } = useTranslation('case');
  const { icon: Icon, tone } = looks[state];
  return (
    <span className={styles.mark} data-tone={tone} title={t(`stateHint.${state}`)}>
      <Icon size={15} stroke={1.8} aria-hidden />
      {t(`state.${state}`)}
    </span>
  );
}
