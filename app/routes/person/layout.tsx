import { Outlet } from 'react-router';
import { AccountNav } from '#app/components/account-nav.tsx';
import { Frame } from '#app/components/frame.tsx';
import { readFrame } from '#app/platform/frame-data.ts';
import { requirePerson } from '#app/platform/guards.ts';
import type { Route } from './+types/layout.ts';

export const middleware: Route.MiddlewareFunction[] = [requirePerson];

export function loader({ context }: Route.LoaderArgs) {
  return readFrame(context);
}

export default function PersonLayout({ loaderData }: Route.ComponentProps) {
  return (
    <Frame {...loaderData} nav={<AccountNav {...loaderData} />}>
      <Outlet />
    </Frame>
  );
}
