import { data } from 'react-router';
import { importCalls } from '#app/features/call/import-calls.ts';
import { centreActor } from '#app/platform/centre-actor.ts';
import { servicesContext } from '#app/platform/context.ts';
import { faulty } from '#app/platform/form.ts';
import { filesOf, readUpload } from '#app/platform/read-upload.ts';
import { getTenant } from '#db/control/queries/tenants.ts';
import type { Route } from './+types/call-records.ts';

const mostBytes = 50 * 1024 * 1024;

export async function action({ request, params, context }: Route.ActionArgs) {
  const { databases, now } = context.get(servicesContext);
  const tenant = await getTenant(databases.control, params.tenantId);
  if (!tenant) throw data(null, { status: 404 });
  const [file] = await filesOf(await readUpload(request, mostBytes), 'file');
  if (!file) return faulty({ file: 'required' });
  const db = await databases.openTenant(tenant.id);
  const desk = { db, actor: centreActor(context), timeZone: tenant.timeZone, now: now() };
  const imported = await importCalls(desk, new Blob([Buffer.from(file.bytes)]).stream());
  return imported.ok ? { report: imported.value } : { refused: imported.error };
}
