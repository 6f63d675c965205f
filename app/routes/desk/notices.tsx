import { NoticesPage } from '#app/features/notice/notices-page.tsx';
import { readNotices } from '#app/features/notice/read-notices.ts';
import { servicesContext, workplaceContext } from '#app/platform/context.ts';
import { demand } from '#app/platform/guards.ts';
import { titleOf } from '#app/platform/page-title.ts';
import type { Route } from './+types/notices.ts';

export async function loader({ request, context }: Route.LoaderArgs) {
  const { db, actor } = context.get(workplaceContext);
  demand(actor, 'case:read');
  const { control } = context.get(servicesContext).databases;
  const before = new URL(request.url).searchParams.get('before');
  const page = await readNotices({ db, control, userId: actor.userId }, before);
  return { page, isNewest: before === null };
}

export const meta: Route.MetaFunction = ({ matches }) => titleOf(matches, (texts) => texts.notice.title);

export default function Notices({ loaderData }: Route.ComponentProps) {
  return <NoticesPage {...loaderData} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
