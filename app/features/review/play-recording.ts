import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { fetchRecording } from './fetch-recording.ts';
import { logListening } from './log-listening.ts';
import type { ReviewDesk } from './plan-sample.ts';
import { findRecording } from './read-review-task.ts';

const mostBytes = 200 * 1024 * 1024;

/**
 * A recording, fetched from the exchange for the reviewer's player and logged before it is played. Nothing but
 * sound is passed on, whatever the address of the exchange answers. `null`: there is no such recording here.
 * `mayBeNear`: the exchange may be this machine, as in the demo.
 */
export async function playRecording(
  desk: ReviewDesk & { mayBeNear: boolean },
  { taskId, contactId }: { taskId: string; contactId: string },
): Promise<Response | null> {
  const found = await findRecording(desk, taskId, contactId);
  if (!found.ok || !(await logListening(desk, taskId, 'played')).ok) return null;
  const fetched = await fetchRecording(found.value.url, desk).catch(() => null);
  if (!fetched || !isSound(fetched)) {
    fetched?.destroy();
    return new Response(null, { status: 502 });
  }
  const type = fetched.headers['content-type'] ?? '';
  return new Response(Readable.toWeb(Readable.from(upToMost(fetched))) as ReadableStream<Uint8Array>, {
    headers: { 'Content-Type': type, 'Cache-Control': 'private, no-store' },
  });
}

function isSound({ statusCode, headers }: IncomingMessage): boolean {
  return statusCode === 200 && /^audio\//i.test(headers['content-type'] ?? '');
}

/** Whatever length the exchange says, or does not say. */
async function* upToMost(sound: AsyncIterable<Uint8Array>) {
  let size = 0;
  for await (const chunk of sound) {
    size += chunk.byteLength;
    if (size > mostBytes) throw new Error(`The recording is longer than ${mostBytes} bytes.`);
    yield chunk;
  }
}
