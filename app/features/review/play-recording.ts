import { logListening } from './log-listening.ts';
import type { ReviewDesk } from './plan-sample.ts';
import { findRecording } from './read-review-task.ts';

const deadlineMs = 20_000;
const mostBytes = 200 * 1024 * 1024;

/**
 * A recording, fetched from the exchange for the reviewer's player and logged before it is played. Nothing but
 * sound is passed on, whatever the address of the exchange answers. `null`: there is no such recording here.
 */
export async function playRecording(
  desk: ReviewDesk,
  { taskId, contactId }: { taskId: string; contactId: string },
): Promise<Response | null> {
  const found = await findRecording(desk, taskId, contactId);
  if (!found.ok || !(await logListening(desk, taskId, 'played')).ok) return null;
  const fetched = await fetch(found.value.url, {
    redirect: 'error',
    signal: AbortSignal.timeout(deadlineMs),
  }).catch(() => null);
  if (!fetched || !isSound(fetched)) return new Response(null, { status: 502 });
  const type = fetched.headers.get('Content-Type') ?? '';
  return new Response(fetched.body, {
    headers: { 'Content-Type': type, 'Cache-Control': 'private, no-store' },
  });
}

function isSound({ ok, headers }: Response): boolean {
  const isAudio = /^audio\//i.test(headers.get('Content-Type') ?? '');
  return ok && isAudio && Number(headers.get('Content-Length') ?? 0) <= mostBytes;
}
