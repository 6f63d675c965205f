import { IconAntenna, IconPlayerPauseFilled } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './clock-chip.module.css';
import { LedgerDialog } from './ledger-dialog.tsx';
import type { NearestTarget } from './nearest-target.ts';
import { useCountdown } from './use-countdown.ts';
import { useLength } from './use-length.ts';

type ChipProps = {
  clock: NearestTarget;
  /** When the clock was evaluated, epoch ms. */
  at: number;
  /** The address of the case's ledger, read when the chip is opened. */
  ledger: string;
};

/** The nearest target and the time left of it. It counts by itself; opening it shows why it stands as it does. */
export function ClockChip({ clock, at, ledger }: ChipProps) {
  const { t } = useTranslation('sla');
  const writeLength = useLength();
  const { tone, isPaused, text } = useCountdown(clock, at, writeLength);
  const [isOpen, setOpen] = useState(false);
  const left = tellLeft(t, { tone, isPaused, text, reason: clock.pausedReason });
  const title = t('chip.open', { target: t(`target.${clock.target}`), left });
  return (
    <>
      <button
        type="button"
        className={styles.chip}
        data-tone={tone}
        title={title}
        aria-haspopup="dialog"
        onClick={(event) => {
          event.stopPropagation();
          setOpen(true);
        }}
      >
        {isPaused ? <IconPlayerPauseFilled size={12} aria-hidden /> : null}
        {clock.isAtCarrier ? <IconAntenna size={14} stroke={1.8} aria-hidden /> : null}
        <span className={styles.left}>{text}</span>
        <span className={styles.target}>{t(`short.${clock.target}`)}</span>
      </button>
      {isOpen ? <LedgerDialog address={ledger} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

type Told = { tone: string; isPaused: boolean; text: string; reason: NearestTarget['pausedReason'] };
type Texts = ReturnType<typeof useTranslation<'sla'>>['t'];

function tellLeft(t: Texts, { tone, isPaused, text, reason }: Told): string {
  const length = text.replace('−', '');
  if (tone === 'late') return t('chip.late', { length });
  if (isPaused) return t('chip.paused', { length, reason: t(`reason.${reason ?? 'outside-hours'}`) });
  return t('chip.left', { length });
}
