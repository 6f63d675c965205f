import { logListening } from './log-listening.ts';
import { passSound } from './pass-sound.ts';
import type { ReviewDesk } from './plan-sample.ts';
import { findRecording } from './read-review-task.ts';

/** A recording of the work under review, logged before it is played. `null`: there is no such recording here. */
export async function playRecording(
  desk: ReviewDesk & { mayBeNear: boolean },
  { taskId, contactId }: { taskId: string; contactId: string },
): Promise<Response | null> {
  const found = await findRecording(desk, taskId, contactId);
  if (!found.ok || !(await logListening(desk, taskId, 'played')).ok) return null;
  return passSound(found.value.url, desk);
}
