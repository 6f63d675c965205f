import { BoardPage } from '#app/features/debt-board/board-page.tsx';
import { readBoard } from '#app/features/debt-board/read-board.ts';
import { workplaceContext } from '#app/platform/context.ts';
import { demand } from '#app/platform/guards.ts';
import { titleOf } from '#app/platform/page-title.ts';
import { requestDeskOf } from '#app/platform/request-desk.ts';
import type { Route } from './+types/debt-board.ts';

export async function loader({ context }: Route.LoaderArgs) {
  const { actor, tenant } = context.get(workplaceContext);
  demand(actor, 'debt:suspend');
  return { board: await readBoard({ ...requestDeskOf(context), timeZone: tenant.timeZone }) };
}

export const meta: Route.MetaFunction = ({ matches }) => titleOf(matches, (texts) => texts.debtBoard.title);

export default function DebtBoard({ loaderData: { board } }: Route.ComponentProps) {
  return <BoardPage board={board} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
