import { readBoard, readSeason } from '#app/features/board/read-board.ts';
import { readGoals } from '#app/features/board/read-goals.ts';
import { WallPage } from '#app/features/board/wall-page.tsx';
import { gameDeskOf } from '#app/platform/game-desk.ts';
import { demand } from '#app/platform/guards.ts';
import { titleOf } from '#app/platform/page-title.ts';
import type { Route } from './+types/game-wall.ts';

export async function loader({ context }: Route.LoaderArgs) {
  const desk = gameDeskOf(context);
  demand(desk.actor, 'game:play');
  // Everybody sees it: nobody is looking, and the first league is shown.
  const seen = { ...desk, userId: '' };
  const [today, week] = [await readBoard(seen, 'day', 0), await readBoard(seen, 'week', 0)];
  const { season } = await readSeason(desk);
  return { season: season?.name ?? null, today, week, goals: await readGoals(desk) };
}

export const meta: Route.MetaFunction = ({ matches }) => titleOf(matches, (texts) => texts.game.area.wall);

export default function GameWall({ loaderData }: Route.ComponentProps) {
  return <WallPage {...loaderData} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
