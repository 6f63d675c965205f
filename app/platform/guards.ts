import { createContext, data, type MiddlewareFunction, redirect } from 'react-router';
import { type Action, type Actor, can } from '#app/features/access/can.ts';
import { listWorkplaces } from '#db/control/queries/workplaces.ts';
import { type Person, personContext, servicesContext, workplaceContext } from './context.ts';
import { readPerson } from './session.ts';

type Guard = MiddlewareFunction<Response>;

/** Who is looking, or nobody. Set for every route by the root. */
export const visitorContext = createContext<Person | null>(null);

/** Root: reads the session once a request. */
export const readVisitor: Guard = async ({ request, context }) => {
  context.set(visitorContext, await readPerson(context.get(servicesContext), request));
};

/** Guarded layouts: somebody who is signed in, else the sign-in page and back. */
export const requirePerson: Guard = ({ request, context }) => {
  const person = context.get(visitorContext);
  if (!person) throw redirect(`/sign-in?to=${encodeURIComponent(pageOf(request))}`);
  context.set(personContext, person);
};

/**
 * The page a person was on: what a document asked for, or the page from which a script did. A form's or a
 * search's own address shows nothing to come back to.
 */
export function pageOf({ url, headers }: Pick<Request, 'url' | 'headers'>): string {
  const asked = new URL(url);
  const referrer = URL.parse(headers.get('Referer') ?? '');
  const isByScript = headers.get('Sec-Fetch-Dest') === 'empty' && referrer?.host === asked.host;
  const page = isByScript && referrer ? referrer : asked;
  return page.pathname + page.search;
}

/** Under `/t/:tenant`: a client company that this person works for. A foreign one does not exist: 404. */
export const requireWorkplace: Guard = async ({ params, context }) => {
  const { databases } = context.get(servicesContext);
  const { userId, name } = context.get(personContext);
  const places = await listWorkplaces(databases.control, userId);
  const place = places.find((candidate) => candidate.slug === params.tenant);
  if (!place) throw data(null, { status: 404 });
  const { roles, ...tenant } = place;
  const db = await databases.openTenant(tenant.id);
  context.set(workplaceContext, { tenant, db, actor: { userId, name, roles } });
};

/** Under `/admin`: those who run the centre. To others it does not exist: 404. */
export const requireAdmin: Guard = ({ context }) => {
  if (!context.get(personContext).isAdmin) throw data(null, { status: 404 });
};

/** For loaders that only read: a person without the permission is told so. */
export function demand(actor: Actor, action: Action): void {
  if (!can(actor, action)) throw data(null, { status: 403 });
}
