import { IconListDetails } from '@tabler/icons-react';
import { Outlet } from 'react-router';
import { Frame } from '#app/components/frame.tsx';
import { NavItem } from '#app/components/nav-item.tsx';
import { workplaceContext } from '#app/platform/context.ts';
import { readFrame } from '#app/platform/frame-data.ts';
import { requirePerson, requireWorkplace } from '#app/platform/guards.ts';
import type { Route } from './+types/layout.ts';

export const middleware: Route.MiddlewareFunction[] = [requirePerson, requireWorkplace];

export async function loader({ context }: Route.LoaderArgs) {
  const { tenant } = context.get(workplaceContext);
  const { slug, name, colour, timeZone } = tenant;
  return { ...(await readFrame(context)), workplace: { slug, name, colour, timeZone } };
}

export default function DeskLayout({ loaderData }: Route.ComponentProps) {
  const { person, places, workplace } = loaderData;
  const nav = <NavItem to={`/t/${workplace.slug}/desk/requests`} label="Requests" icon={IconListDetails} />;
  return (
    <Frame person={person} places={places} place={workplace} nav={nav}>
      <Outlet />
    </Frame>
  );
}
