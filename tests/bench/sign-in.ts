import { demoPeople } from '#seeds/people.ts';

/** As one of the demo's people who is asked for no code; returns the Cookie header. */
export async function signIn(
  pult: string,
  origin: string,
  who: 'agent' | 'client' = 'agent',
): Promise<string> {
  const person = demoPeople.find(({ email }) => email.startsWith(who));
  const body = new URLSearchParams({ email: person?.email ?? '', password: person?.password ?? '' });
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
