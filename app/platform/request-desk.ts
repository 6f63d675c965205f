import type { RouterContextProvider } from 'react-router';
import type { RequestDesk } from '#app/features/request/draft-request.ts';
import { servicesContext, workplaceContext } from './context.ts';

/** What the request commands are given, at the address this request came to. */
export function requestDeskOf(context: Readonly<RouterContextProvider>): RequestDesk {
  const { db, actor } = context.get(workplaceContext);
  const { carriers, now } = context.get(servicesContext);
  return { db, actor, carriers, now: now() };
}
