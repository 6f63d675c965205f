import type { RouterContextProvider } from 'react-router';
import type { RequestDesk } from '#app/features/request/draft-request.ts';
import type { ControlDb } from '#db/open.ts';
import { servicesContext, workplaceContext } from './context.ts';

/** What the commands of a desk are given, at the address this request came to. */
export function requestDeskOf(
  context: Readonly<RouterContextProvider>,
): RequestDesk & { control: ControlDb } {
  const { db, actor } = context.get(workplaceContext);
  const { carriers, now, databases } = context.get(servicesContext);
  return { db, actor, carriers, control: databases.control, now: now() };
}
