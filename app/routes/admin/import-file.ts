import { data } from 'react-router';
import { toImportAccounts } from '#app/features/subscriber/import-accounts.ts';
import { streamImport } from '#app/features/subscriber/stream-import.ts';
import { centreActor } from '#app/platform/centre-actor.ts';
import { personContext, servicesContext } from '#app/platform/context.ts';
import { logContext } from '#app/platform/log.ts';
import { listCarrierAccounts } from '#db/control/queries/carrier-accounts.ts';
import { getTenant } from '#db/control/queries/tenants.ts';
import type { Route } from './+types/import-file.ts';

/** The file is the body itself, so that it need not be held. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const { databases, carriers, now } = context.get(servicesContext);
  const tenant = await getTenant(databases.control, params.tenantId);
  if (!tenant) throw data(null, { status: 404 });
  if (!request.body) throw data(null, { status: 400 });
  const accounts = toImportAccounts(await listCarrierAccounts(databases.control, tenant.id), carriers.titles);
  const db = await databases.openTenant(tenant.id);
  const desk = { db, actor: centreActor(context), accounts, now: now() };
  const log = context.get(logContext);
  const report = streamImport(desk, request.body, context.get(personContext).locale, (error) =>
    log.error({ err: error, tenantId: tenant.id }, 'An import broke off.'),
  );
  return new Response(report, { headers: { 'Content-Type': 'application/x-ndjson; charset=utf-8' } });
}
