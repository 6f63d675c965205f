import { ProfilePage } from '#app/features/cabinet/profile-page.tsx';
import { readProfile } from '#app/features/cabinet/read-profile.ts';
import { cabinetContext } from '#app/platform/cabinet-guards.ts';
import { servicesContext } from '#app/platform/context.ts';
import type { Route } from './+types/profile.ts';

export function loader({ context }: Route.LoaderArgs) {
  const { tenant, ...own } = context.get(cabinetContext);
  return readProfile({ ...own, company: tenant.name }, context.get(servicesContext).now());
}

export default function Profile({ loaderData }: Route.ComponentProps) {
  return <ProfilePage profile={loaderData} />;
}
