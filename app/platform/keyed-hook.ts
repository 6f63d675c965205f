import type { z } from 'zod';
import { hashApiKey } from '#app/features/api-key/hash-api-key.ts';
import { getApiKeyOfHash } from '#db/control/queries/api-keys.ts';
import { getTenantBySlug } from '#db/control/queries/tenants.ts';
import type { TenantDb } from '#db/open.ts';
import type { Services } from './context.ts';

type Hook<T> = { tenantSlug: string; told: z.ZodType<T>; mostBytes: number };
/** `keyId`: which of the company's keys it came with. */
type Heard<T> = { db: TenantDb; timeZone: string; keyId: string; told: T };

/**
 * Reads what a client company's own system tells with one of its API keys (`Authorization: Bearer`). Without a key
 * in force for this very company nobody learns even whether there is one. A fault in what was told is named.
 */
export async function readKeyedHook<T>(
  request: Request,
  services: Services,
  { tenantSlug, told, mostBytes }: Hook<T>,
): Promise<Heard<T> | Response> {
  const { headers } = request;
  const length = Number(headers.get('Content-Length') ?? Number.NaN);
  // Refused before anything of it is read: whoever sends is a stranger yet.
  if (!(length <= mostBytes)) return Response.json({ error: 'too-large' }, { status: 413 });
  const { control } = services.databases;
  const given = /^Bearer (pult_[\w-]{20,100})$/.exec(headers.get('Authorization') ?? '')?.[1];
  const key = given ? await getApiKeyOfHash(control, hashApiKey(given)) : null;
  const tenant = key && (await getTenantBySlug(control, tenantSlug));
  if (!key || tenant?.id !== key.tenantId) return Response.json({ error: 'no-key' }, { status: 401 });
  const read = told.safeParse(await request.json().catch(() => undefined));
  if (!read.success) return Response.json({ error: 'faulty', faults: read.error.issues }, { status: 422 });
  const db = await services.databases.openTenant(tenant.id);
  return { db, timeZone: tenant.timeZone, keyId: key.id, told: read.data };
}
