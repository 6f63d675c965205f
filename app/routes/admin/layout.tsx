import { Outlet } from 'react-router';
import { AdminNav } from '#app/components/admin-nav.tsx';
import { Frame } from '#app/components/frame.tsx';
import { readFrame } from '#app/platform/frame-data.ts';
import { requireAdmin, requirePerson } from '#app/platform/guards.ts';
import type { Route } from './+types/layout.ts';

export const middleware: Route.MiddlewareFunction[] = [requirePerson, requireAdmin];

export function loader({ context }: Route.LoaderArgs) {
  return readFrame(context);
}

export default function AdminLayout({ loaderData }: Route.ComponentProps) {
  return (
    <Frame {...loaderData} nav={<AdminNav />}>
      <Outlet />
    </Frame>
  );
}
