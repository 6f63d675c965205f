import { redirect } from 'react-router';
import { ownPath } from '#app/features/person/own-path.ts';
import type { SignedIn } from '#app/features/person/sign-in.ts';

/** With the new cookie to whatever still stands before the desk, and then to where the visitor was going. */
export function doorStep(request: Request, { cookie, next }: SignedIn): Response {
  const to = ownPath(new URL(request.url).searchParams.get('to'));
  const step = { desk: to, code: `/sign-in/code${rest(to)}`, enrol: `/sign-in/enrol${rest(to)}` }[next];
  return redirect(step, { headers: { 'Set-Cookie': cookie } });
}

function rest(to: string): string {
  return to === '/' ? '' : `?to=${encodeURIComponent(to)}`;
}
