import { Outlet, type ShouldRevalidateFunctionArgs, useParams } from 'react-router';
import { CaseDeedsProvider } from '#app/features/case/case-deeds-provider.tsx';
import { parseCaseQuery } from '#app/features/case/case-query.ts';
import { readCaseList } from '#app/features/case/read-case-list.ts';
import { CaseListPane } from '#app/features/case-queue/case-list-pane.tsx';
import { servicesContext, workplaceContext } from '#app/platform/context.ts';
import { demand } from '#app/platform/guards.ts';
import { titleOf } from '#app/platform/page-title.ts';
import { isSameReading } from '#app/platform/revalidation.ts';
import type { Route } from './+types/case-list.ts';
import styles from './case-list.module.css';

export async function loader({ request, context }: Route.LoaderArgs) {
  const { db, actor } = context.get(workplaceContext);
  demand(actor, 'case:read');
  const { databases, now } = context.get(servicesContext);
  const query = parseCaseQuery(new URL(request.url).searchParams);
  return { query, ...(await readCaseList({ db, control: databases.control, actor, now: now() }, query)) };
}

/** Opening a case beside the list does not read the list again. */
export function shouldRevalidate(args: ShouldRevalidateFunctionArgs) {
  const isSameTenant = args.currentParams.tenant === args.nextParams.tenant;
  return !isSameReading(args, isSameTenant && args.currentUrl.search === args.nextUrl.search);
}

export const meta: Route.MetaFunction = ({ matches }) => titleOf(matches, (texts) => texts.case.list.title);

export default function CaseList({ loaderData }: Route.ComponentProps) {
  const isOpen = useParams().caseId !== undefined;
  return (
    <CaseDeedsProvider>
      <div className={styles.panes} data-open={isOpen || undefined}>
        <CaseListPane {...loaderData} />
        <Outlet />
      </div>
    </CaseDeedsProvider>
  );
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
