import { importUsage } from '#app/features/churn/import-usage.ts';
import { servicesContext, workplaceContext } from '#app/platform/context.ts';
import { faulty, readFields } from '#app/platform/form.ts';
import { refusal } from '#app/platform/http-errors.ts';
import type { Route } from './+types/churn-usage.ts';

/** Takes in what lines used, by day, from a file. */
export async function action({ request, context }: Route.ActionArgs) {
  const { db, actor, tenant } = context.get(workplaceContext);
  const file = (await readFields(request)).get('file');
  if (!(file instanceof File)) return faulty({ file: 'required' });
  const now = context.get(servicesContext).now();
  const imported = await importUsage({ db, actor, now, timeZone: tenant.timeZone }, file.stream());
  if (imported.ok) return { report: imported.value };
  return imported.error.code === 'forbidden' ? refusal(imported.error) : { fault: imported.error };
}
