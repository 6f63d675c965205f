import { data } from 'react-router';
import { toImportAccounts } from '#app/features/subscriber/import-accounts.ts';
import type { ImportLine } from '#app/features/subscriber/import-report.ts';
import { importSubscribers } from '#app/features/subscriber/import-subscribers.ts';
import { faultText } from '#app/features/subscriber/import-texts.ts';
import { centreActor } from '#app/platform/centre-actor.ts';
import { personContext, servicesContext } from '#app/platform/context.ts';
import { logContext } from '#app/platform/log.ts';
import { listCarrierAccounts } from '#db/control/queries/carrier-accounts.ts';
import { getTenant } from '#db/control/queries/tenants.ts';
import type { Route } from './+types/import-file.ts';

/** Told at most: the file is imported again after mending anyway, and what is told is kept in memory. */
const rejectionsTold = 10_000;

/** Takes the file in as it arrives, and answers one line of JSON after another while it does. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const { databases, carriers, now } = context.get(servicesContext);
  const { locale } = context.get(personContext);
  const tenant = await getTenant(databases.control, params.tenantId);
  if (!tenant || !request.body) throw data(null, { status: tenant ? 400 : 404 });
  const accounts = toImportAccounts(await listCarrierAccounts(databases.control, tenant.id), carriers.titles);
  const desk = {
    db: await databases.openTenant(tenant.id),
    actor: centreActor(context),
    accounts,
    now: now(),
  };
  const file = request.body;
  let told = 0;
  const lines = new ReadableStream<Uint8Array>({
    async start(controller) {
      const write = (line: ImportLine) => controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
      try {
        const imported = await importSubscribers(desk, file, {
          onProgress: (report) => write({ type: 'progress', report }),
          onReject: (rejection) => {
            told += 1;
            const { row, field, value } = rejection;
            if (told <= rejectionsTold)
              write({ type: 'rejected', row, field, value, why: faultText(rejection, locale) });
          },
        });
        write(
          imported.ok
            ? { type: 'done', report: imported.value }
            : { type: 'refused', refusal: imported.error },
        );
        controller.close();
      } catch (error) {
        context.get(logContext).error({ err: error, tenantId: tenant.id }, 'An import broke off.');
        controller.error(error);
      }
    },
  });
  return new Response(lines, { headers: { 'Content-Type': 'application/x-ndjson; charset=utf-8' } });
}

const encoder = new TextEncoder();
