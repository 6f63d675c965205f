import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { NothingHere } from '#app/components/nothing-here.tsx';
import { Page } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useListKeys } from '#app/components/use-list-keys.ts';
import { LeavingTopics } from './leaving-topics.tsx';
import type { ListedTalk, SaveDeskView } from './read-desk.ts';
import { talkViews } from './save-desk.ts';
import styles from './save-page.module.css';
import { TalkPanel } from './talk-panel.tsx';
import { useClockWords } from './use-clock-words.ts';

/** Those who want to leave: the list by the clock on the left, the talk itself on the right. */
export function SavePage({ desk }: { desk: SaveDeskView }) {
  const { t } = useTranslation('save');
  const { view, chosen, talks } = desk;
  const navigate = useNavigate();
  const rows = useListKeys(desk.isAsked ? () => void navigate(`?view=${view}`) : undefined);
  return (
    <Page title={t('title')} note={t('note')}>
      <nav className={styles.views} aria-label={t('title')}>
        {talkViews.map((one) => (
          <Link key={one} to={`?view=${one}`} aria-current={one === view ? 'true' : undefined}>
            {t(`view.${one}`)} {desk.counts[one]}
          </Link>
        ))}
      </nav>
      {chosen ? (
        <div className={styles.split} data-chosen={desk.isAsked}>
          <div ref={rows.ref} className={styles.list}>
            {talks.map((talk) => (
              <TalkRow key={talk.id} talk={talk} view={view} isOpen={talk.id === chosen.talk.id} />
            ))}
          </div>
          <TalkPanel key={chosen.talk.id} detail={chosen} maySave={desk.maySave} />
        </div>
      ) : (
        <NothingHere text={t(`none.${view}`)} hint={t(`noneHint.${view}`)} />
      )}
      {desk.mayPlan ? <LeavingTopics topics={desk.topics} /> : null}
    </Page>
  );
}

type RowProps = { talk: ListedTalk; view: SaveDeskView['view']; isOpen: boolean };

function TalkRow({ talk, view, isOpen }: RowProps) {
  const { t } = useTranslation('save');
  const { carrierTitle } = useDesk();
  const words = useClockWords();
  const clock = words.short(talk);
  const who = talk.isMine ? t('mine') : (talk.agentName ?? t('nobody'));
  return (
    <Link
      to={`?view=${view}&talk=${talk.id}`}
      preventScrollReset
      className={styles.row}
      data-row={talk.id}
      aria-current={isOpen ? 'true' : undefined}
    >
      <span className={styles.name}>{talk.subscriber.name}</span>
      <span className={styles.clock} data-tone={clock.tone}>
        {clock.text}
      </span>
      <Text span size="xs" c="dimmed" className={styles.name}>
        {[t(`wish.${talk.wish}`), talk.rival, carrierTitle(talk.line.carrier)].filter(Boolean).join(' · ')}
      </Text>
      <Text span size="xs" c={talk.isMine ? 'bright' : 'dimmed'} className={styles.clock}>
        {view === 'open' ? who : talk.reason ? t(`reason.${talk.reason}`) : ''}
      </Text>
    </Link>
  );
}
