import { data } from 'react-router';
import { downloadResponse } from '#app/features/attachment/download-response.ts';
import { actCsv } from '#app/features/erasure/act-csv.ts';
import { workplaceContext } from '#app/platform/context.ts';
import { demand } from '#app/platform/guards.ts';
import { getErasable, getErasure } from '#db/tenant/queries/erasures.ts';
import type { Route } from './+types/erasure-log.ts';

/** The export from the log that goes with an act. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const { db, actor } = context.get(workplaceContext);
  demand(actor, 'person:erase');
  const found = await getErasable(db, params.subscriberId);
  const act = found?.erasure ? await getErasure(db, found.erasure.id) : null;
  if (!act) throw data(null, { status: 404 });
  return downloadResponse({ name: 'erasure.csv', type: 'text/csv' }, new TextEncoder().encode(actCsv(act)));
}
