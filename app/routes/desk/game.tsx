import { OwnGamePage } from '#app/features/game/own-game-page.tsx';
import { readOwnCompany } from '#app/features/game/read-own-company.ts';
import { readOwnGame } from '#app/features/game/read-own-game.ts';
import { gameDeskOf } from '#app/platform/game-desk.ts';
import { demand } from '#app/platform/guards.ts';
import { titleOf } from '#app/platform/page-title.ts';
import type { Route } from './+types/game.ts';

export async function loader({ context }: Route.LoaderArgs) {
  const desk = gameDeskOf(context);
  demand(desk.actor, 'game:play');
  return { game: await readOwnGame(desk), company: await readOwnCompany(desk) };
}

export const meta: Route.MetaFunction = ({ matches }) => titleOf(matches, (texts) => texts.game.title);

export default function Game({ loaderData }: Route.ComponentProps) {
  return <OwnGamePage {...loaderData} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
