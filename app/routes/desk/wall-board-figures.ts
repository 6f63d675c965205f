import { readWallBoard } from '#app/features/wall-board/read-wall-board.ts';
import { workplaceContext } from '#app/platform/context.ts';
import { demand } from '#app/platform/guards.ts';
import { shiftDeskOf } from '#app/platform/shift-desk.ts';
import type { Route } from './+types/wall-board-figures.ts';

/** What a wall reads again by itself, without the page around it. */
export async function loader({ context }: Route.LoaderArgs) {
  demand(context.get(workplaceContext).actor, 'case:read');
  const headers = { 'Cache-Control': 'no-store' };
  return Response.json(await readWallBoard(shiftDeskOf(context)), { headers });
}
