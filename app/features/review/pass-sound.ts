import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { fetchRecording } from './fetch-recording.ts';

const mostBytes = 200 * 1024 * 1024;

/**
 * A recording, fetched from the exchange and passed on as it comes. Nothing but sound is passed on, whatever the
 * address of the exchange answers. `mayBeNear`: the exchange may be this machine, as in the demo.
 */
export async function passSound(address: string, from: { mayBeNear: boolean }): Promise<Response> {
  const fetched = await fetchRecording(address, from).catch(() => null);
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
