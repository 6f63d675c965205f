import { data } from 'react-router';

/** The body of a request our own page sent as JSON. Anything else is refused with 415, a broken one with 400. */
export async function readJson(request: Request): Promise<unknown> {
  if (!/^application\/json\b/i.test(request.headers.get('Content-Type') ?? ''))
    throw data(null, { status: 415 });
  return request.json().catch(() => {
    throw data(null, { status: 400 });
  });
}
