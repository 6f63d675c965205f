import { Outlet, type ShouldRevalidateFunctionArgs, useParams } from 'react-router';
import { readRequestList } from '#app/features/request/read-request-list.ts';
import { RequestListPane } from '#app/features/request/request-list-pane.tsx';
import { parseRequestQuery } from '#app/features/request/request-query.ts';
import { servicesContext, workplaceContext } from '#app/platform/context.ts';
import { titleOf } from '#app/platform/page-title.ts';
import { isSameReading } from '#app/platform/revalidation.ts';
import type { Route } from './+types/request-list.ts';
import styles from './request-list.module.css';

export async function loader({ request, context }: Route.LoaderArgs) {
  const { db, actor } = context.get(workplaceContext);
  const { control } = context.get(servicesContext).databases;
  const query = parseRequestQuery(new URL(request.url).searchParams);
  return { query, ...(await readRequestList({ db, control, actor }, query)) };
}

/** Opening a request beside the list does not read the list again. */
export function shouldRevalidate(args: ShouldRevalidateFunctionArgs) {
  const isSameTenant = args.currentParams.tenant === args.nextParams.tenant;
  return !isSameReading(args, isSameTenant && args.currentUrl.search === args.nextUrl.search);
}

export const meta: Route.MetaFunction = ({ matches }) => titleOf(matches, (texts) => texts.desk.list.title);

export default function RequestList({ loaderData }: Route.ComponentProps) {
  const isOpen = useParams().requestId !== undefined;
  return (
    <div className={styles.panes} data-open={isOpen || undefined}>
      <RequestListPane {...loaderData} />
      <Outlet />
    </div>
  );
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
