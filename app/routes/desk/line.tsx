import { data } from 'react-router';
import { readLineRisk } from '#app/features/churn/read-line-risk.ts';
import { LinePage } from '#app/features/subscriber/line-page.tsx';
import { readCard } from '#app/features/subscriber/read-card.ts';
import { workplaceContext } from '#app/platform/context.ts';
import { demand } from '#app/platform/guards.ts';
import { titleOf } from '#app/platform/page-title.ts';
import type { Route } from './+types/line.ts';

export async function loader({ params, context }: Route.LoaderArgs) {
  const { db, actor } = context.get(workplaceContext);
  demand(actor, 'subscriber:read');
  const card = await readCard({ db, actor }, params.lineId);
  if (!card) throw data(null, { status: 404 });
  return { card, risk: await readLineRisk({ db, actor }, params.lineId) };
}

export const meta: Route.MetaFunction = ({ matches, loaderData }) =>
  titleOf(matches, () => loaderData?.card.subscriber.name);

export default function Line({ loaderData }: Route.ComponentProps) {
  return <LinePage key={loaderData.card.line.id} {...loaderData} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
