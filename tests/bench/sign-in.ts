import { demoPeople } from '#seeds/people.ts';

/** As the desk's agent; returns the Cookie header. */
export async function signIn(pult: string, origin: string): Promise<string> {
  const agent = demoPeople.find(({ email }) => email.startsWith('agent'));
  const body = new URLSearchParams({ email: agent?.email ?? '', password: agent?.password ?? '' });
  const answer = await fetch(`${pult}/sign-in`, {
    method: 'POST',
    body,
    headers: { Origin: origin },
    redirect: 'manual',
  });
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0];
  if (answer.status !== 302 || !cookie) throw new Error(`Signing in was answered with ${answer.status}.`);
  return cookie;
}
