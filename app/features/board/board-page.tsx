import { Button, Group, SegmentedControl, Select, Text } from '@mantine/core';
import { IconDeviceTv } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { Page, Panel, Split } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { BoardLines } from './board-lines.tsx';
import { GoalList } from './goal-list.tsx';
import type { Board, BoardSpan } from './read-board.ts';
import type { Goal } from './read-goals.ts';
import { useLiveBoard } from './use-live-board.ts';

export type BoardPageProps = {
  span: BoardSpan;
  spans: readonly BoardSpan[];
  board: Board | null;
  goals: Goal[];
};

/** A league's points of a day, a week, a month or the season, and what all reach together. */
export function BoardPage(props: BoardPageProps) {
  const { t } = useTranslation('game');
  const { home } = useDesk();
  useLiveBoard();
  const wall = (
    <Button
      component={Link}
      to={`${home}/game/wall`}
      variant="default"
      leftSection={<IconDeviceTv size={16} aria-hidden />}
    >
      {t('boards.openWall')}
    </Button>
  );
  const goals = (
    <Panel title={t('boards.goals')}>
      <GoalList goals={props.goals} />
    </Panel>
  );
  return (
    <Page
      title={t('boards.title')}
      note={t('boards.note')}
      back={{ to: `${home}/game`, label: t('title') }}
      actions={wall}
    >
      <Split panel={goals}>
        <BoardChoice {...props} />
        {props.board === null ? (
          <Text c="dimmed">{t('noSeason')}</Text>
        ) : props.board.lines.length === 0 ? (
          <Text c="dimmed">{t('boards.empty')}</Text>
        ) : (
          <BoardLines board={props.board} />
        )}
      </Split>
    </Page>
  );
}

function BoardChoice({ span, spans, board }: BoardPageProps) {
  const { t } = useTranslation('game');
  const [, setSearch] = useSearchParams();
  const choose = (name: string, value: string) =>
    setSearch(
      (search) => {
        search.set(name, value);
        return search;
      },
      { preventScrollReset: true },
    );
  return (
    <Group gap="md">
      <SegmentedControl
        aria-label={t('boards.spans')}
        value={span}
        onChange={(value) => choose('span', value)}
        data={spans.map((value) => ({ value, label: t(`span.${value}`) }))}
      />
      {board && board.leagues > 1 ? (
        <Select
          w={160}
          aria-label={t('boards.leagues')}
          value={String(board.league)}
          allowDeselect={false}
          onChange={(value) => value !== null && choose('league', value)}
          data={Array.from({ length: board.leagues }, (_, league) => ({
            value: String(league),
            label: t('boards.league', { number: league + 1, of: board.leagues }),
          }))}
        />
      ) : null}
    </Group>
  );
}
