import { readShop } from '#app/features/game/read-shop.ts';
import { ShopPage } from '#app/features/game/shop-page.tsx';
import { gameDeskOf } from '#app/platform/game-desk.ts';
import { demand } from '#app/platform/guards.ts';
import { titleOf } from '#app/platform/page-title.ts';
import type { Route } from './+types/game-shop.ts';

export function loader({ context }: Route.LoaderArgs) {
  const desk = gameDeskOf(context);
  demand(desk.actor, 'game:play');
  return readShop(desk);
}

export const meta: Route.MetaFunction = ({ matches }) => titleOf(matches, (texts) => texts.game.shop.title);

export default function GameShop({ loaderData }: Route.ComponentProps) {
  return <ShopPage {...loaderData} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
