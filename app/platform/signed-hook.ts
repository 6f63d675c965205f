import type { z } from 'zod';
import { isSigned } from '#app/features/call/hook-signature.ts';
import { getTenantBySlug } from '#db/control/queries/tenants.ts';
import type { TenantDb } from '#db/open.ts';
import type { Services } from './context.ts';

type Hook<T> = {
  tenantSlug: string;
  told: z.ZodType<T>;
  mostBytes: number;
  /** `null`: nobody may tell us anything of this client company. */
  readSecret(services: Services, tenantId: string): Promise<string | null>;
};

/**
 * Reads what another system tells of a client company. Who does not sign is told nothing: not even whether
 * there is such a company. A fault in what was signed is named, so that it can be mended over there.
 */
export async function readSignedHook<T>(
  request: Request,
  services: Services,
  { tenantSlug, told, mostBytes, readSecret }: Hook<T>,
): Promise<{ db: TenantDb; told: T } | Response> {
  const { headers } = request;
  const length = Number(headers.get('Content-Length') ?? Number.NaN);
  // Refused before anything of it is read: whoever sends is a stranger yet.
  if (!(length <= mostBytes)) return Response.json({ error: 'too-large' }, { status: 413 });
  const body = await request.text();
  const signed = { timestamp: headers.get('X-Pult-Timestamp'), signature: headers.get('X-Pult-Signature') };
  const tenant = await getTenantBySlug(services.databases.control, tenantSlug);
  const secret = tenant && (await readSecret(services, tenant.id));
  if (!secret || !isSigned(secret, signed, body, services.now()))
    return Response.json({ error: 'not-signed' }, { status: 401 });
  const read = told.safeParse(readJson(body));
  if (!read.success) return Response.json({ error: 'faulty', faults: read.error.issues }, { status: 422 });
  return { db: await services.databases.openTenant(tenant.id), told: read.data };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
