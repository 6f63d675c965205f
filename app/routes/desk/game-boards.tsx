import { BoardPage } from '#app/features/board/board-page.tsx';
import { type BoardSpan, boardSpans, readBoard } from '#app/features/board/read-board.ts';
import { readGoals } from '#app/features/board/read-goals.ts';
import { gameDeskOf } from '#app/platform/game-desk.ts';
import { demand } from '#app/platform/guards.ts';
import { titleOf } from '#app/platform/page-title.ts';
import type { Route } from './+types/game-boards.ts';

export async function loader({ request, context }: Route.LoaderArgs) {
  const desk = gameDeskOf(context);
  demand(desk.actor, 'game:play');
  const { searchParams } = new URL(request.url);
  const span: BoardSpan = boardSpans.find((name) => name === searchParams.get('span')) ?? 'week';
  const asked = Number.parseInt(searchParams.get('league') ?? '', 10);
  const board = await readBoard(desk, span, Number.isNaN(asked) ? null : asked);
  return { span, spans: boardSpans, board, goals: await readGoals(desk) };
}

export const meta: Route.MetaFunction = ({ matches }) => titleOf(matches, (texts) => texts.game.boards.title);

export default function GameBoards({ loaderData }: Route.ComponentProps) {
  return <BoardPage {...loaderData} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
