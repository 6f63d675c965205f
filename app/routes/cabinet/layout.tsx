import { Outlet } from 'react-router';
import { cabinetDoorContext, openCabinetDoor } from '#app/platform/cabinet-guards.ts';
import { servicesContext } from '#app/platform/context.ts';
import type { Route } from './+types/layout.ts';

export const middleware: Route.MiddlewareFunction[] = [openCabinetDoor];

/** What every page of a cabinet, and its door, is drawn with. */
export function loader({ context }: Route.LoaderArgs) {
  const { tenant, locale, open } = context.get(cabinetDoorContext);
  const { slug, name, colour, timeZone } = tenant;
  const { carriers, now } = context.get(servicesContext);
  const titles = Object.entries(carriers.titles).map(([id, title]) => [id, title[locale]] as const);
  const carrierTitles: Record<string, string> = Object.fromEntries(titles);
  return { slug, name, colour, timeZone, locale, carrierTitles, isOpen: open !== null, now: now() };
}

export default function CabinetLayout() {
  return <Outlet />;
}
