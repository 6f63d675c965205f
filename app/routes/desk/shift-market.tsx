import { MarketPage } from '#app/features/shift-market/market-page.tsx';
import { readMarket } from '#app/features/shift-market/read-market.ts';
import { workplaceContext } from '#app/platform/context.ts';
import { demand } from '#app/platform/guards.ts';
import { titleOf } from '#app/platform/page-title.ts';
import { shiftDeskOf } from '#app/platform/shift-desk.ts';
import type { Route } from './+types/shift-market.ts';

export function loader({ context }: Route.LoaderArgs) {
  demand(context.get(workplaceContext).actor, 'shift:own');
  return readMarket(shiftDeskOf(context));
}

export const meta: Route.MetaFunction = ({ matches }) => titleOf(matches, (texts) => texts.life.market.title);

export default function ShiftMarket({ loaderData }: Route.ComponentProps) {
  return <MarketPage {...loaderData} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
