import { Anchor, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ActionButton } from '#app/components/action-button.tsx';
import { Panel } from '#app/components/page.tsx';
import { Section } from '#app/components/section.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { LineOffers } from '#app/features/offer/line-offers.tsx';
import { RevealNumber } from '#app/features/subscriber/reveal-dialog.tsx';
import { ClosingForm } from './closing-form.tsx';
import type { TalkDetail } from './read-desk.ts';
import styles from './save-page.module.css';
import { TalkFacts } from './talk-facts.tsx';
import { TalkWords } from './talk-words.tsx';
import { useClockWords } from './use-clock-words.ts';
import { WishForm } from './wish-form.tsx';

type Props = { detail: TalkDetail; maySave: boolean };

/** One talk: who it is, how long there is, what to offer and to say, and how it ended. */
export function TalkPanel({ detail, maySave }: Props) {
  const { t } = useTranslation(['save', 'offer']);
  const { home } = useDesk();
  const words = useClockWords();
  const { talk, offers } = detail;
  const action = `${home}/saves/${talk.id}`;
  const isOpen = talk.state === 'open';
  return (
    <div className={styles.talk}>
      <Panel title={talk.subscriber.name}>
        <div>
          <Text fw={600}>{isOpen ? words.long(talk) : t(`state.${talk.state}`)}</Text>
          {isOpen && talk.wish === 'port-out' ? (
            <Text size="xs" c="dimmed">
              {t(`clock.source_${talk.subscriber.kind}`)}
            </Text>
          ) : null}
        </div>
        <TalkFacts detail={detail} />
        {isOpen ? (
          <Holder talk={talk} maySave={maySave} action={action} />
        ) : (
          <Closed talk={talk} action={action} />
        )}
      </Panel>
      {isOpen && talk.isMine ? (
        <>
          <Panel title={t('close.title')}>
            <ClosingForm key={talk.version} talk={talk} />
          </Panel>
          {offers ? (
            <Section title={t('offer:line.title')}>
              <LineOffers offers={offers} saveId={talk.id} caseId={talk.caseId} />
            </Section>
          ) : null}
          <TalkWords />
          <WishForm key={`wish ${talk.version}`} talk={talk} />
        </>
      ) : null}
    </div>
  );
}

type TalkProps = { talk: TalkDetail['talk']; action: string };

function Holder({ talk, maySave, action }: TalkProps & { maySave: boolean }) {
  const { t } = useTranslation('save');
  const { may } = useDesk();
  if (talk.isMine) {
    return (
      <Stack gap="xs">
        <RevealNumber lineId={talk.lineId} />
        <ActionButton action={`${action}/release`} label={t('release')} variant="subtle" />
      </Stack>
    );
  }
  if (talk.agentId) {
    return (
      <Stack gap="xs">
        <Text>{t('takenBy', { name: talk.agentName ?? '' })}</Text>
        {may.leadTeam ? <ActionButton action={`${action}/release`} label={t('release')} /> : null}
      </Stack>
    );
  }
  if (!maySave) return <Text c="dimmed">{t('noSkill')}</Text>;
  return <ActionButton action={`${action}/taking`} label={t('take')} variant="filled" />;
}

function Closed({ talk, action }: TalkProps) {
  const { t } = useTranslation('save');
  const { home, format, now } = useDesk();
  const when = talk.closedAt ? format.stamp(talk.closedAt, now) : '';
  return (
    <Stack gap="xs">
      <Text>
        {talk.reason ? t(`reason.${talk.reason}`) : ''}
        {talk.note ? `. ${talk.note}` : ''}
      </Text>
      <Text size="xs" c="dimmed">
        {t('closedBy', { name: talk.agentName ?? '', time: when })}
      </Text>
      {talk.settledAt ? null : (
        <ActionButton action={`${action}/reopening`} label={t('reopen')} confirm={t('reopenSure')} />
      )}
      <Anchor component={Link} to={`${home}/lines/${talk.lineId}`}>
        {talk.line.msisdn}
      </Anchor>
    </Stack>
  );
}
