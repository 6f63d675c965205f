import { data } from 'react-router';
import { playRecording } from '#app/features/review/play-recording.ts';
import { workplaceContext } from '#app/platform/context.ts';
import { demand } from '#app/platform/guards.ts';
import { requestDeskOf } from '#app/platform/request-desk.ts';
import type { Route } from './+types/recording.ts';

/** The sound of a call under review. */
export async function loader({ params, context }: Route.LoaderArgs) {
  demand(context.get(workplaceContext).actor, 'review:write');
  const sound = await playRecording(requestDeskOf(context), params);
  if (!sound) throw data(null, { status: 404 });
  return sound;
}
