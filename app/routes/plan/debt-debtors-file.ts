import { downloadResponse } from '#app/features/attachment/download-response.ts';
import { readDebtorsFile } from '#app/features/debt-board/read-debtors-file.ts';
import { carrierTitlesFor } from '#app/platform/carrier-titles.ts';
import { personContext, workplaceContext } from '#app/platform/context.ts';
import { demand } from '#app/platform/guards.ts';
import { requestDeskOf } from '#app/platform/request-desk.ts';
import type { Route } from './+types/debt-debtors-file.ts';

/** The debtors of a list as a file for a spreadsheet. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const { actor, tenant } = context.get(workplaceContext);
  demand(actor, 'debt:suspend');
  const reader = { ...requestDeskOf(context), timeZone: tenant.timeZone };
  const words = { carriers: carrierTitlesFor(context), locale: context.get(personContext).locale ?? 'ru' };
  const text = await readDebtorsFile(reader, new URL(request.url).searchParams, words);
  return downloadResponse({ name: 'debtors.csv', type: 'text/csv' }, new TextEncoder().encode(text));
}
