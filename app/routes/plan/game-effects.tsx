import { EffectsPage } from '#app/features/game/effects-page.tsx';
import { readPolls } from '#app/features/game/read-polls.ts';
import { readEffects } from '#app/features/points/read-effects.ts';
import { gameDeskOf } from '#app/platform/game-desk.ts';
import { demand } from '#app/platform/guards.ts';
import { titleOf } from '#app/platform/page-title.ts';
import type { Route } from './+types/game-effects.ts';

export async function loader({ context }: Route.LoaderArgs) {
  const desk = gameDeskOf(context);
  demand(desk.actor, 'points:write');
  return { effects: await readEffects(desk), polls: await readPolls(desk) };
}

export const meta: Route.MetaFunction = ({ matches }) =>
  titleOf(matches, (texts) => texts.game.effects.title);

export default function GameEffects({ loaderData }: Route.ComponentProps) {
  return <EffectsPage {...loaderData} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
