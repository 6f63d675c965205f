import { ActionIcon, Button, Group, Text, Title } from '@mantine/core';
import { IconArrowLeft, IconClockPause } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { useDesk } from '#app/components/use-desk.ts';
import { Presences } from '#app/features/conversation/presences.tsx';
import { CaseClock } from './case-clock.tsx';
import type { DialogName } from './case-dialog.tsx';
import { CaseMoves } from './case-moves.tsx';
import styles from './case-page.module.css';
import { CaseStateChip } from './case-state-chip.tsx';
import { ChannelIcon } from './channel-icon.tsx';
import { PriorityMark } from './priority-mark.tsx';
import type { CaseDetail } from './read-case-detail.ts';

type HeadProps = { detail: CaseDetail; onOpen(name: DialogName): void };

/** What the case is, who has it, how long it may take, what can be done. */
export function CaseHead({ detail, onOpen }: HeadProps) {
  const { t } = useTranslation('case');
  const { home, format } = useDesk();
  const { search } = useLocation();
  const { mergedInto, snoozedUntil } = detail;
  return (
    <>
      <div className={styles.titleLine}>
        <ActionIcon component={Link} to={`${home}/cases${search}`} aria-label={t('head.back')}>
          <IconArrowLeft size={18} />
        </ActionIcon>
        <Title order={1}>{detail.subject}</Title>
        <CaseClock caseId={detail.id} clock={detail.clock} at={detail.clockAt} />
      </div>
      <Group gap="4px 12px">
        <span className={styles.quiet}>{t('number', { number: detail.number })}</span>
        <CaseStateChip state={detail.state} />
        <ChannelIcon channel={detail.channel} />
        <PriorityMark priority={detail.priority} />
        {snoozedUntil ? (
          <Text span c="dimmed">
            <IconClockPause size={14} aria-hidden />{' '}
            {t('head.snoozedUntil', { time: format.moment(snoozedUntil) })}
          </Text>
        ) : null}
        {mergedInto ? (
          <Button component={Link} to={`${home}/cases/${mergedInto.id}${search}`} variant="subtle">
            {t('head.mergedInto', { number: mergedInto.number })}
          </Button>
        ) : null}
        <Presences caseId={detail.id} />
      </Group>
      {detail.mayWrite ? <CaseMoves detail={detail} onOpen={onOpen} /> : null}
    </>
  );
}
