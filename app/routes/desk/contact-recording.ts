import { data } from 'react-router';
import { playCall } from '#app/features/review/play-call.ts';
import { servicesContext } from '#app/platform/context.ts';
import { requestDeskOf } from '#app/platform/request-desk.ts';
import { isPlainLoopback } from '#app/platform/session.ts';
import type { Route } from './+types/contact-recording.ts';

/** The sound of a call, for who spoke and for those who review. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const mayBeNear = isPlainLoopback(context.get(servicesContext).env);
  const sound = await playCall({ ...requestDeskOf(context), mayBeNear }, params.contactId);
  if (!sound) throw data(null, { status: 404 });
  return sound;
}
