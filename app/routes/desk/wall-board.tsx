import { readWallBoard } from '#app/features/wall-board/read-wall-board.ts';
import { WallBoardPage } from '#app/features/wall-board/wall-board-page.tsx';
import { workplaceContext } from '#app/platform/context.ts';
import { demand } from '#app/platform/guards.ts';
import { titleOf } from '#app/platform/page-title.ts';
import { shiftDeskOf } from '#app/platform/shift-desk.ts';
import type { Route } from './+types/wall-board.ts';

export function loader({ context }: Route.LoaderArgs) {
  demand(context.get(workplaceContext).actor, 'case:read');
  return readWallBoard(shiftDeskOf(context));
}

/** The wall reads its figures by itself, and keeps the last ones when it cannot. */
export function shouldRevalidate() {
  return false;
}

export const meta: Route.MetaFunction = ({ matches }) => titleOf(matches, (texts) => texts.wall.title);

export default function WallBoard({ loaderData }: Route.ComponentProps) {
  return <WallBoardPage first={loaderData} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
