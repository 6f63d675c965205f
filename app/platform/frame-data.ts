import type { RouterContextProvider } from 'react-router';
import { listWorkplaces } from '#db/control/queries/workplaces.ts';
import { personContext, servicesContext } from './context.ts';

/** What every framed page shows of the person and of where else he works. For the loader of a layout. */
export async function readFrame(context: Readonly<RouterContextProvider>) {
  const { userId, name, email, isAdmin } = context.get(personContext);
  const places = await listWorkplaces(context.get(servicesContext).databases.control, userId);
  return {
    person: { name, email, isAdmin },
    places: places.map(({ slug, name, colour }) => ({ slug, name, colour })),
  };
}
