import { createContext, data, type MiddlewareFunction, redirect } from 'react-router';
import type { Actor } from '#app/features/access/can.ts';
import { type OpenCabinet, readSession } from '#app/features/cabinet/cabinet-session.ts';
import { getTenantBySlug } from '#db/control/queries/tenants.ts';
import type { TenantDb } from '#db/open.ts';
import { servicesContext } from './context.ts';
import { readHostCookie } from './host-cookie.ts';
import { chooseLocale, type Locale } from './i18n.ts';

type Guard = MiddlewareFunction<Response>;

type Door = {
  tenant: { id: string; slug: string; name: string; colour: string; timeZone: string };
  db: TenantDb;
  locale: Locale;
  /** Whose cabinet is open in this browser, if any. */
  open: OpenCabinet | null;
};
/** Set under `/my/:tenantSlug`: the client company of this address, and who looks. */
export const cabinetDoorContext = createContext<Door>();

export type Cabinet = Omit<Door, 'open'> & { open: OpenCabinet; actor: Actor & { subscriberId: string } };
/** Set behind the door: the subscriber, who acts with what is his own. */
export const cabinetContext = createContext<Cabinet>();

/** A cookie for each client company: a subscriber of two is known to each by its own. */
export const sessionCookie = (slug: string) => `pult-my-${slug}`;
export const codeCookie = (slug: string) => `pult-code-${slug}`;

/** The client company of this address and whose cabinet is open; one that is not there is 404. */
export const openCabinetDoor: Guard = async ({ request, params, context }) => {
  const { databases, env, now } = context.get(servicesContext);
  const tenant = await getTenantBySlug(databases.control, params.tenantSlug ?? '');
  if (!tenant) throw data(null, { status: 404 });
  const db = await databases.openTenant(tenant.id);
  const token = readHostCookie(env, sessionCookie(tenant.slug), request);
  const open = token ? await readSession(db, token, now()) : null;
  const asked = new URL(request.url).searchParams.get('lang');
  const wish = open?.locale ?? (asked === 'en' || asked === 'ru' ? asked : undefined);
  const locale = chooseLocale(wish, request.headers.get('Accept-Language'));
  context.set(cabinetDoorContext, { tenant, db, locale, open });
};

/** Behind the door: a subscriber in his cabinet, else where he signs in. */
export const requireSubscriber: Guard = ({ context }) => {
  const { open, ...door } = context.get(cabinetDoorContext);
  if (!open) throw redirect(`/my/${door.tenant.slug}/sign-in`);
  const { subscriberId, name } = open;
  const actor = { userId: 'subscriber', name, roles: [], subscriberId };
  context.set(cabinetContext, { ...door, open, actor });
};
