import { randomUUID } from 'node:crypto';

/** The only login the simulated cabinet knows. */
export const simulatedLogin = { username: 'pult-demo', password: 'simulated-cabinet' };

const badLoginsUntilCaptcha = 3;
const captchaMs = 15 * 60_000;
const looksUntilWarm = 2;

type BrowserSession = { token: string; looks: number };

/** Logins, captcha, cache warm-up and lost sessions of the simulated cabinet. */
export type SimulatedSessions = {
  signIn(form: FormData): Response;
  /** The answer to a look at the cache: the third one finds it warm, and renews the token. */
  warmUp(request: Request): Response;
  /** `null`: signed in and warm; else the answer that says what is missing. */
  refuse(request: Request): Response | null;
  expire(request: Request): void;
};

export function openSessions(now: () => number): SimulatedSessions {
  const sessions = new Map<string, BrowserSession>();
  let badLogins = 0;
  let captchaUntil = 0;

  function of(request: Request): BrowserSession | null {
    const session = sessions.get(cookieOf(request, 'SESSION') ?? '');
    return session && request.headers.get('x-csrf-token') === session.token ? session : null;
  }

  return {
    signIn(form) {
      if (now() < captchaUntil) return Response.json({ data: { isCaptchaShouldBeShown: true } });
      const { username, password } = simulatedLogin;
      if (
        form.get('username') !== username ||
        form.get('password') !== password ||
        !form.get('captchaTime')
      ) {
        badLogins += 1;
        if (badLogins % badLoginsUntilCaptcha === 0) captchaUntil = now() + captchaMs;
        return Response.json({ error: { code: 'WRONG_CREDENTIALS' } });
      }
      badLogins = 0;
      const id = randomUUID();
      const session = { token: randomUUID(), looks: 0 };
      sessions.set(id, session);
      const headers = new Headers([['set-cookie', `SESSION=${id}; Path=/; HttpOnly; Secure`]]);
      headers.append('set-cookie', tokenCookie(session));
      return Response.json({ data: { user: { login: username }, cached: false } }, { headers });
    },
    warmUp(request) {
      const session = of(request);
      if (!session) return lost(request);
      session.looks += 1;
      if (session.looks <= looksUntilWarm) return Response.json({ data: { cached: false } }, { status: 202 });
      session.token = randomUUID();
      return Response.json({ data: { cached: true } }, { headers: { 'set-cookie': tokenCookie(session) } });
    },
    refuse(request) {
      const session = of(request);
      if (!session) return lost(request);
      return session.looks > looksUntilWarm ? null : Response.json({ error: { code: 'CACHE_NOT_READY' } });
    },
    expire(request) {
      sessions.delete(cookieOf(request, 'SESSION') ?? '');
    },
  };
}

/** Pages of the old part answer a stranger with 403, calls of the new part with 200 and an error word. */
function lost(request: Request): Response {
  const isCall = new URL(request.url).pathname.startsWith('/ws/');
  return isCall ? Response.json({ error: 'NOT_AUTHENTICATED' }) : new Response(null, { status: 403 });
}

function tokenCookie({ token }: BrowserSession): string {
  return `XSRF_TOKEN=${token}; Path=/; Secure`;
}

function cookieOf(request: Request, name: string): string | undefined {
  const pairs = (request.headers.get('cookie') ?? '').split('; ').map((pair) => pair.split('='));
  return pairs.find(([each]) => each === name)?.[1];
}
