import { data } from 'react-router';
import { downloadResponse } from '#app/features/attachment/download-response.ts';
import { readLetterFile } from '#app/features/outreach/read-letters.ts';
import { demand } from '#app/platform/guards.ts';
import { requestDeskOf } from '#app/platform/request-desk.ts';
import type { Route } from './+types/debt-letter-file.ts';

/** The letters of one file for the post. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const { db, actor } = requestDeskOf(context);
  demand(actor, 'debt:write');
  const text = await readLetterFile(db, params.letterFileId);
  if (!text) throw data(null, { status: 404 });
  return downloadResponse({ name: 'letters.csv', type: 'text/csv' }, new TextEncoder().encode(text));
}
