import { data, type RouterContextProvider } from 'react-router';
import { getTenantBySlug } from '#db/control/queries/tenants.ts';
import { servicesContext } from './context.ts';

/** The client company of an address that a mail leads to, and what is needed to read our own tokens. */
export async function openMailLink(context: Readonly<RouterContextProvider>, slug: string) {
  const { databases, secretKey, now } = context.get(servicesContext);
  const tenant = await getTenantBySlug(databases.control, slug);
  if (!tenant) throw data(null, { status: 404 });
  return { tenant, reader: { db: await databases.openTenant(tenant.id), secretKey, now: now() } };
}
