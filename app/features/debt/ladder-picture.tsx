import { Text } from '@mantine/core';
import { IconCircle, IconCircleCheck, IconCircleDot, IconCircleMinus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { NothingHere } from '#app/components/nothing-here.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import styles from './debtor-page.module.css';
import type { Debtor } from './read-debtor.ts';

type Ladder = NonNullable<Debtor['ladder']>;
const icons = { step: IconCircleCheck, skipped: IconCircleMinus, next: IconCircleDot, ahead: IconCircle };

/** Where on his ladder a debtor stands: what was done, what comes next and when. */
export function LadderPicture({ ladder }: { ladder: Ladder | null }) {
  const { t } = useTranslation('debt');
  const { format } = useDesk();
  if (!ladder) return <NothingHere text={t('ladder.none')} hint={t('ladder.noneHint')} />;
  return (
    <>
      <Text size="sm" c="dimmed">
        {[
          ladder.strategy,
          t(`ladder.arm.${ladder.arm}`),
          t('ladder.since', { on: format.day(new Date(ladder.debtSince)) }),
        ].join(' · ')}
      </Text>
      <Standing ladder={ladder} />
      <ol className={styles.steps}>
        {ladder.steps.map((step) => (
          <Step key={step.place} step={step} isHeld={ladder.hold !== null} />
        ))}
      </ol>
    </>
  );
}

function Standing({ ladder: { hold, leftOn, nextOn } }: { ladder: Ladder }) {
  const { t } = useTranslation('debt');
  const { format } = useDesk();
  if (leftOn) return <Text size="sm">{t('ladder.left', { on: format.day(new Date(leftOn)) })}</Text>;
  if (hold) return <Text size="sm">{t(`ladder.hold.${hold}`)}</Text>;
  const next = nextOn ? t('ladder.next', { on: format.day(new Date(nextOn)) }) : t('ladder.end');
  return <Text size="sm">{next}</Text>;
}

function Step({ step, isHeld }: { step: Ladder['steps'][number]; isHeld: boolean }) {
  const { t } = useTranslation('debt');
  const { format } = useDesk();
  const state = step.state as keyof typeof icons;
  const Icon = icons[state];
  return (
    <li className={styles.step} data-state={state}>
      <Icon size={16} stroke={1.8} role="img" aria-label={t(`ladder.state.${state}`)} />
      <span className={styles.date}>{isHeld && state !== 'step' ? '' : format.day(new Date(step.on))}</span>
      <span>
        {t(`action.${step.action}`)}
        <Text span inherit c="dimmed">
          {` · ${t('ladder.day', { day: format.count(step.day) })}`}
        </Text>
      </span>
    </li>
  );
}
