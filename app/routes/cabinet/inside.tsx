import { Outlet } from 'react-router';
import { CabinetFrame } from '#app/features/cabinet/cabinet-frame.tsx';
import { cabinetContext, requireSubscriber } from '#app/platform/cabinet-guards.ts';
import { countUnreadCabinetNotices, listOwnCases } from '#db/tenant/queries/cabinet-pages.ts';
import type { Route } from './+types/inside.ts';

export const middleware: Route.MiddlewareFunction[] = [requireSubscriber];

export async function loader({ context }: Route.LoaderArgs) {
  const { db, open } = context.get(cabinetContext);
  const { subscriberId } = open;
  const unreadCases = (await listOwnCases(db, subscriberId)).filter(({ isUnread }) => isUnread).length;
  return { unreadCases, unreadNotices: await countUnreadCabinetNotices(db, subscriberId) };
}

export default function Inside({ loaderData }: Route.ComponentProps) {
  return (
    <CabinetFrame unread={loaderData}>
      <Outlet />
    </CabinetFrame>
  );
}
