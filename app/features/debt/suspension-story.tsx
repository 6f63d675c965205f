import { Anchor, Group, Text } from '@mantine/core';
import {
  IconArrowBackUp,
  IconBan,
  IconCheck,
  IconCircleX,
  IconFileX,
  IconHourglass,
  IconPhoneOff,
  IconQuestionMark,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ActionButton } from '#app/components/action-button.tsx';
import { type MarkLook, StateMark } from '#app/components/state-mark.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import type { RequestState } from '#app/features/request/request.ts';
import { RequestStateChip } from '#app/features/request/request-state-chip.tsx';
import { useLength } from '#app/features/sla/use-length.ts';
import type { Measure, SuspensionState } from '#app/features/suspension/suspension.ts';
import styles from './debtor-page.module.css';

const looks: Record<SuspensionState, MarkLook> = {
  proposed: { icon: IconQuestionMark, tone: 'amber', strong: true },
  declined: { icon: IconCircleX, tone: 'grey' },
  confirmed: { icon: IconHourglass, tone: 'blue' },
  cancelled: { icon: IconBan, tone: 'grey' },
  suspended: { icon: IconPhoneOff, tone: 'red' },
  restoring: { icon: IconArrowBackUp, tone: 'violet', strong: true },
  restored: { icon: IconCheck, tone: 'green' },
  concluded: { icon: IconFileX, tone: 'grey', strong: true },
};

function SuspensionMark({ state, measure }: { state: SuspensionState; measure: Measure }) {
  const { t } = useTranslation('debt');
  const word =
    measure === 'suspension'
      ? t(`suspension.state.${state}`)
      : `${t(`suspension.measure.${measure}`)}: ${t(`suspension.stage.${state}`)}`;
  return <StateMark look={looks[state]} word={word} />;
}

type Asked = { number: number; state: RequestState } | null;
type Props = {
  suspension: {
    id: string;
    version: number;
    state: SuspensionState;
    measure: Measure;
    /** Said where several numbers stand together. */
    msisdn?: string;
    why: string | null;
    proposedAt: Date;
    decidedAt: Date | null;
    decidedByName?: string | null;
    restoreBy: Date | null;
    restoredAt: Date | null;
    blockRequestId: string | null;
    unblockRequestId: string | null;
    block: Asked;
    unblock: Asked;
  };
};

/** One suspension: how far it is, with whom its requests lie, and until when the line must work again. */
export function SuspensionStory({ suspension }: Props) {
  const { t } = useTranslation('debt');
  const { format, now } = useDesk();
  const { state, measure, msisdn, why, decidedAt, decidedByName } = suspension;
  return (
    <div className={styles.card}>
      <Group gap="sm">
        <SuspensionMark state={state} measure={measure} />
        {msisdn ? <Text size="xs">{msisdn}</Text> : null}
        <RestoreTimer {...suspension} />
      </Group>
      <Text size="xs" c="dimmed">
        {t('suspension.proposedAt', { at: format.stamp(suspension.proposedAt, now) })}
        {decidedAt
          ? ` · ${decidedByName ? t('suspension.decided', { name: decidedByName, at: format.stamp(decidedAt, now) }) : t('suspension.decidedAt', { at: format.stamp(decidedAt, now) })}`
          : ''}
      </Text>
      {why ? <Text size="sm">{t(`suspension.why.${why}`, { defaultValue: why })}</Text> : null}
      <RequestLink id={suspension.blockRequestId} asked={suspension.block} label={t('suspension.block')} />
      <RequestLink
        id={suspension.unblockRequestId}
        asked={suspension.unblock}
        label={t('suspension.unblock')}
      />
      <RestoreButton suspension={suspension} />
    </div>
  );
}

/** A lead may bring a line back before it is paid, or ask again where the carrier said no. */
function RestoreButton({ suspension: { id, version, state, unblock } }: Props) {
  const { t } = useTranslation('debt');
  const { workplace, may } = useDesk();
  const isAgain = state === 'restoring' && (unblock?.state === 'refused' || unblock?.state === 'cancelled');
  if (!may.suspendDebt || !(state === 'suspended' || isAgain)) return null;
  return (
    <ActionButton
      action={`/t/${workplace.slug}/lead/suspensions/${id}/restoration`}
      fields={{ version: String(version) }}
      label={t(isAgain ? 'suspension.askAgain' : 'suspension.restore')}
      confirm={t('suspension.restoreSure')}
      variant="subtle"
    />
  );
}

/** Until when the line must work again, and what is left of that. */
export function RestoreTimer({
  state,
  restoreBy,
  restoredAt,
}: Pick<Props['suspension'], 'state' | 'restoreBy' | 'restoredAt'>) {
  const { t } = useTranslation('debt');
  const { format, now } = useDesk();
  const length = useLength();
  if (!restoreBy) return null;
  const leftMs = restoreBy.getTime() - (restoredAt ?? now).getTime();
  if (restoredAt)
    return (
      <Text size="xs">
        {t(leftMs >= 0 ? 'suspension.inTime' : 'suspension.late', { left: length(leftMs) })}
      </Text>
    );
  if (state !== 'restoring') return null;
  const until = format.moment(restoreBy);
  return (
    <Text size="xs" fw={600} {...(leftMs < 0 ? { c: 'red' } : {})}>
      {t('suspension.restoreBy', { until, left: length(leftMs) })}
    </Text>
  );
}

function RequestLink({ id, asked, label }: { id: string | null; asked: Asked; label: string }) {
  const { home } = useDesk();
  if (!id || !asked) return null;
  return (
    <Group gap="xs">
      <Anchor component={Link} to={`${home}/requests/${id}`} size="sm">
        {label} {asked.number}
      </Anchor>
      <RequestStateChip state={asked.state} />
    </Group>
  );
}
