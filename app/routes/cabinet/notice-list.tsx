import { NoticeListPage } from '#app/features/cabinet/notice-list-page.tsx';
import { cabinetContext } from '#app/platform/cabinet-guards.ts';
import { listCabinetNotices } from '#db/tenant/queries/cabinet-pages.ts';
import type { Route } from './+types/notice-list.ts';

export async function loader({ context }: Route.LoaderArgs) {
  const { db, open } = context.get(cabinetContext);
  return { notices: await listCabinetNotices(db, open.subscriberId) };
}

export default function NoticeList({ loaderData }: Route.ComponentProps) {
  return <NoticeListPage notices={loaderData.notices} />;
}
