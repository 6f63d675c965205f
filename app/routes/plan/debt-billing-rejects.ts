import { data } from 'react-router';
import { downloadResponse } from '#app/features/attachment/download-response.ts';
import { rejectsCsv } from '#app/features/receivable/rejects-csv.ts';
import { personContext, workplaceContext } from '#app/platform/context.ts';
import { demand } from '#app/platform/guards.ts';
import { rejectWords } from '#app/platform/reject-words.ts';
import { getBillingFile, listRejectsOf } from '#db/tenant/queries/billing.ts';
import type { Route } from './+types/debt-billing-rejects.ts';

/** The rows of a file that wait, as a table to mend. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const { db, actor } = context.get(workplaceContext);
  demand(actor, 'debt:write');
  const file = await getBillingFile(db, params.billingFileId);
  if (!file) throw data(null, { status: 404 });
  const { header, why } = rejectWords(context.get(personContext).locale);
  const rows = await listRejectsOf(db, file.id);
  const table = rejectsCsv(
    header,
    rows.map(({ text, reason }) => ({ text, why: why(reason) })),
  );
  const name = file.name.replace(/(\.csv)?$/i, '-rejects.csv');
  return downloadResponse({ name, type: 'text/csv' }, new TextEncoder().encode(table));
}
