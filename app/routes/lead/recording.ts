import { data } from 'react-router';
import { playRecording } from '#app/features/review/play-recording.ts';
import { servicesContext, workplaceContext } from '#app/platform/context.ts';
import { demand } from '#app/platform/guards.ts';
import { requestDeskOf } from '#app/platform/request-desk.ts';
import { isPlainLoopback } from '#app/platform/session.ts';
import type { Route } from './+types/recording.ts';

/** The sound of a call under review. */
export async function loader({ params, context }: Route.LoaderArgs) {
  demand(context.get(workplaceContext).actor, 'review:write');
  const mayBeNear = isPlainLoopback(context.get(servicesContext).env);
  const sound = await playRecording({ ...requestDeskOf(context), mayBeNear }, params);
  if (!sound) throw data(null, { status: 404 });
  return sound;
}
