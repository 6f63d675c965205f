import { callToldBy } from '#app/features/call/call.ts';
import { recordCall } from '#app/features/call/record-call.ts';
import { readPbxSecret } from '#app/features/call/set-pbx-secret.ts';
import { servicesContext } from '#app/platform/context.ts';
import { readSignedHook } from '#app/platform/signed-hook.ts';
import type { Route } from './+types/pbx.ts';

/** An exchange tells of a call. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const services = context.get(servicesContext);
  const told = callToldBy(services.now());
  const hook = { tenantSlug: params.tenant, told, mostBytes: 16 * 1024, readSecret: readPbxSecret };
  const heard = await readSignedHook(request, services, hook);
  if (heard instanceof Response) return heard;
  return Response.json(await recordCall(heard.db, heard.told, services.now()));
}
