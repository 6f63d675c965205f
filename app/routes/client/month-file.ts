import { data } from 'react-router';
import { downloadResponse } from '#app/features/attachment/download-response.ts';
import { writeMonthFile } from '#app/features/closed-month/month-files.ts';
import { carrierTitlesFor } from '#app/platform/carrier-titles.ts';
import { personContext, workplaceContext } from '#app/platform/context.ts';
import { demand } from '#app/platform/guards.ts';
import { monthDeskOf } from '#app/platform/month-desk.ts';
import type { Route } from './+types/month-file.ts';

/** A closed month for paper or a spreadsheet. No person is named in it. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const { actor, tenant } = context.get(workplaceContext);
  demand(actor, 'report:read');
  const language = context.get(personContext).locale ?? 'ru';
  const asked = { month: params.closedMonth, file: params.monthFile };
  const words = { language, tenant: tenant.name, carriers: carrierTitlesFor(context) };
  const written = await writeMonthFile(monthDeskOf(context), asked, words);
  if (!written) throw data(null, { status: 404 });
  const name = `${params.closedMonth}-${params.monthFile}`;
  return downloadResponse({ name, type: 'application/octet-stream' }, written);
}
