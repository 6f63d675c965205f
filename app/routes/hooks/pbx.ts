import { CallTold } from '#app/features/call/call.ts';
import { isSigned } from '#app/features/call/hook-signature.ts';
import { recordCall } from '#app/features/call/record-call.ts';
import { readPbxSecret } from '#app/features/call/set-pbx-secret.ts';
import { servicesContext } from '#app/platform/context.ts';
import { getTenantBySlug } from '#db/control/queries/tenants.ts';
import type { Route } from './+types/pbx.ts';

const mostBytes = 16 * 1024;

/**
 * An exchange tells of a call. Who does not sign is told nothing: not even whether there is such a client
 * company. A fault in what was signed is named, so that it can be mended at the exchange.
 */
export async function action({ request, params, context }: Route.ActionArgs) {
  const services = context.get(servicesContext);
  const { headers } = request;
  const length = Number(headers.get('Content-Length') ?? Number.NaN);
  // Refused before anything of it is read: whoever sends is a stranger yet.
  if (!(length <= mostBytes)) return Response.json({ error: 'too-large' }, { status: 413 });
  const body = await request.text();
  const signed = { timestamp: headers.get('X-Pult-Timestamp'), signature: headers.get('X-Pult-Signature') };
  const tenant = await getTenantBySlug(services.databases.control, params.tenant);
  const secret = tenant && (await readPbxSecret(services, tenant.id));
  if (!secret || !isSigned(secret, signed, body, services.now()))
    return Response.json({ error: 'not-signed' }, { status: 401 });
  const told = CallTold.safeParse(readJson(body));
  if (!told.success) return Response.json({ error: 'faulty', faults: told.error.issues }, { status: 422 });
  const db = await services.databases.openTenant(tenant.id);
  return Response.json(await recordCall(db, told.data, services.now()));
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
