import { readIcal } from '#app/features/sla/read-ical.ts';
import { servicesContext, workplaceContext } from '#app/platform/context.ts';
import { faulty, readFields } from '#app/platform/form.ts';
import { demand } from '#app/platform/guards.ts';
import { refusal } from '#app/platform/http-errors.ts';
import type { Route } from './+types/ical.ts';

const mostBytes = 1_000_000;

/** The days that a sent iCal file names, from last year to the third year from now. Writes nothing. */
export async function action({ request, context }: Route.ActionArgs) {
  demand(context.get(workplaceContext).actor, 'sla:write');
  const file = (await readFields(request)).get('file');
  if (!(file instanceof File) || file.size === 0) return faulty({ file: 'required' });
  if (file.size > mostBytes) return faulty({ file: 'long' });
  const year = context.get(servicesContext).now().getUTCFullYear();
  const days = readIcal(await file.text(), `${year - 1}-01-01`, `${year + 3}-12-31`);
  return days.ok ? { days: days.value } : refusal(days.error);
}
