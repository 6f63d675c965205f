import { GameRulesPage } from '#app/features/game/game-rules-page.tsx';
import { readGameRules } from '#app/features/game/read-game-rules.ts';
import { gameDeskOf } from '#app/platform/game-desk.ts';
import { demand } from '#app/platform/guards.ts';
import { titleOf } from '#app/platform/page-title.ts';
import type { Route } from './+types/game.ts';

export function loader({ context }: Route.LoaderArgs) {
  const desk = gameDeskOf(context);
  demand(desk.actor, 'points:write');
  return readGameRules(desk);
}

export const meta: Route.MetaFunction = ({ matches }) => titleOf(matches, (texts) => texts.game.rules.title);

export default function Game({ loaderData }: Route.ComponentProps) {
  return <GameRulesPage {...loaderData} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
