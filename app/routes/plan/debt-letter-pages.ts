import { data } from 'react-router';
import { downloadResponse } from '#app/features/attachment/download-response.ts';
import { readLetterPages } from '#app/features/outreach/read-letters.ts';
import { debtDeskOf } from '#app/platform/debt-desk.ts';
import { formatFor } from '#app/platform/format.ts';
import { demand } from '#app/platform/guards.ts';
import { drawPdf } from '#app/platform/pdf/draw-pdf.ts';
import type { Route } from './+types/debt-letter-pages.ts';

/** The letters of one file that have an address, ready for the press. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const { db, actor, timeZone } = debtDeskOf(context);
  demand(actor, 'debt:write');
  const pages = await readLetterPages(db, params.letterFileId, formatFor('ru', timeZone));
  if (!pages) throw data(null, { status: 404 });
  return downloadResponse({ name: 'letters.pdf', type: 'application/pdf' }, await drawPdf(pages));
}
