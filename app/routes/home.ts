import { redirect } from 'react-router';
import { personContext, servicesContext } from '#app/platform/context.ts';
import { requirePerson } from '#app/platform/guards.ts';
import { listWorkplaces } from '#db/control/queries/workplaces.ts';
import type { Route } from './+types/home.ts';

export const middleware: Route.MiddlewareFunction[] = [requirePerson];

/** Everyone lands where his work is. */
export async function loader({ context }: Route.LoaderArgs) {
  const person = context.get(personContext);
  const [place] = await listWorkplaces(context.get(servicesContext).databases.control, person.userId);
  if (place) return redirect(`/t/${place.slug}`);
  return redirect(person.isAdmin ? '/admin' : '/account');
}
