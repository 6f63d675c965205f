import { data } from 'react-router';
import { listChoices } from '#app/features/request/list-choices.ts';
import { requestKinds } from '#app/features/request/request.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { requestDeskOf } from '#app/platform/request-desk.ts';
import type { Route } from './+types/choices.ts';

/** What the carrier offers this line, asked now. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const asked = new URL(request.url).searchParams.get('kind');
  const kind = requestKinds.find((known) => known === asked);
  if (!kind) throw data(null, { status: 404 });
  const choices = await listChoices(requestDeskOf(context), { lineId: params.lineId, kind });
  return choices.ok ? { kind, ...choices.value } : refusal(choices.error);
}

/** The carrier is asked when the form asks, not whenever something changes somewhere. */
export const shouldRevalidate = () => false;
