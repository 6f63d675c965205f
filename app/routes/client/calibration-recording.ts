import { data } from 'react-router';
import { playVisited } from '#app/features/calibration/play-visited.ts';
import { servicesContext } from '#app/platform/context.ts';
import { requestDeskOf } from '#app/platform/request-desk.ts';
import { isPlainLoopback } from '#app/platform/session.ts';
import type { Route } from './+types/calibration-recording.ts';

/** The sound of a call that was shared with the client company for a calibration. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const mayBeNear = isPlainLoopback(context.get(servicesContext).env);
  const sound = await playVisited({ ...requestDeskOf(context), mayBeNear }, params);
  if (!sound) throw data(null, { status: 404 });
  return sound;
}
