import { Alert, Anchor, Button, Progress, Stack, Switch, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useFetcher } from 'react-router';
import { FormAlert } from '#app/components/form-alert.tsx';
import { NothingHere } from '#app/components/nothing-here.tsx';
import { Page, Panel, Section, Split } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useFaults } from '#app/components/use-faults.ts';
import { BoardLines } from '#app/features/board/board-lines.tsx';
import { useLiveBoard } from '#app/features/board/use-live-board.ts';
import { BadgeList } from './badge-list.tsx';
import { EntryList } from './entry-list.tsx';
import styles from './game.module.css';
import { KudosPanel } from './kudos-panel.tsx';
import { OwnRankings } from './own-rankings.tsx';
import { PollPanel } from './poll-panel.tsx';
import { QuestList } from './quest-list.tsx';
import type { OwnCompany } from './read-own-company.ts';
import type { readOwnGame } from './read-own-game.ts';

type Game = Awaited<ReturnType<typeof readOwnGame>>;
type OpenGame = Extract<Game, { season: object }>;

/** What I have, where I stand, and what each point is for. */
export function OwnGamePage({ game, company }: { game: Game; company: OwnCompany }) {
  const { t } = useTranslation('game');
  const { home } = useDesk();
  useLiveBoard();
  const panel = (
    <div className={styles.side}>
      <KudosPanel {...company} />
      <PollPanel hasVoiced={company.hasVoiced} />
      <PlayerForm player={game.player} />
    </div>
  );
  const ways = (
    <Button.Group>
      <Button component={Link} to={`${home}/game/boards`} variant="default">
        {t('area.boards')}
      </Button>
      <Button component={Link} to={`${home}/game/shop`} variant="default">
        {t('area.shop')}
      </Button>
    </Button.Group>
  );
  return (
    <Page title={t('title')} note={t('note')} actions={ways}>
      <Split panel={panel}>
        {game.season === null ? (
          <NothingHere text={t('noSeason')} hint={t('noSeasonHint')} />
        ) : (
          <OpenGameSections game={game} company={company} />
        )}
      </Split>
    </Page>
  );
}

function OpenGameSections({ game, company }: { game: OpenGame; company: OwnCompany }) {
  const { t } = useTranslation('game');
  const { home } = useDesk();
  return (
    <>
      <Figures game={game} />
      {game.leftOut.map((rule) => (
        <Alert key={rule} variant="light" p="xs">
          {t('leftOut', { rule })}
        </Alert>
      ))}
      <QuestList quests={company.quests} />
      <BadgeList badges={company.badges} />
      <OwnRankings rankings={game.rankings} />
      {game.board?.isOwn && game.board.lines.length > 0 ? (
        <Section title={t('near')} note={t('nearNote')}>
          <BoardLines board={game.board} />
          <Anchor component={Link} to={`${home}/game/boards`} size="sm">
            {t('allBoards')}
          </Anchor>
        </Section>
      ) : null}
      <EntryList entries={game.entries} />
    </>
  );
}

function Figures({ game: { totals, streak, season, level, earned } }: { game: OpenGame }) {
  const { t } = useTranslation('game');
  const { format } = useDesk();
  const day = (date: string) => format.day(new Date(`${date}T12:00:00Z`));
  const { name, from, next } = season;
  return (
    <div>
      <Text c="dimmed" mb={6}>
        {next
          ? t('seasonUntil', { name, from: day(from), until: day(next) })
          : t('season', { name, from: day(from) })}
      </Text>
      <dl className={styles.figures}>
        {(['day', 'week', 'month', 'season'] as const).map((span) => (
          <div key={span} className={styles.figure}>
            <dt>{t(`span.${span}`)}</dt>
            <dd>{format.count(totals[span])}</dd>
          </div>
        ))}
        <div className={styles.figure} title={t('levelHint')}>
          <dt>{t('level')}</dt>
          <dd>
            {level.level}
            <Progress
              value={(100 * (earned - level.from)) / (level.to - level.from)}
              size="xs"
              mt={4}
              aria-label={t('toLevel', { points: t('points', { count: level.to - earned }) })}
            />
          </dd>
        </div>
        <div className={styles.figure} title={t('streakHint')}>
          <dt>{t('streak')}</dt>
          <dd>{t('streakDays', { count: streak })}</dd>
        </div>
      </dl>
    </div>
  );
}

function PlayerForm({ player }: { player: Game['player'] }) {
  const { t } = useTranslation('game');
  const { home } = useDesk();
  const fetcher = useFetcher();
  const fault = useFaults(fetcher.data);
  return (
    <Panel title={t('player.title')}>
      <fetcher.Form method="post" action={`${home}/game/player`}>
        <Stack gap="sm">
          <FormAlert text={fault('form')} />
          <TextInput
            name="pseudonym"
            label={t('player.pseudonym')}
            description={t('player.pseudonymHint')}
            defaultValue={player.pseudonym ?? ''}
            maxLength={40}
            error={fault('pseudonym')}
          />
          <Switch
            name="isOut"
            label={t('player.isOut')}
            description={t('player.isOutHint')}
            defaultChecked={player.isOut}
          />
          <Button type="submit" loading={fetcher.state !== 'idle'}>
            {t('player.save')}
          </Button>
        </Stack>
      </fetcher.Form>
    </Panel>
  );
}
