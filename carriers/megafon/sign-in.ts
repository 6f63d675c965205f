import { z } from 'zod';
import type { Connection, FailureClass, WireReply } from '../port.ts';
import { absorbCookies, type CookieJar, cookieHeaders } from './cookies.ts';
import { parseJson, type Trouble, trouble, troubleBy, troubleInReply } from './failures.ts';
import type { MegafonCredentials, MegafonSettings } from './settings.ts';
import { SignIn } from './wire.ts';

export type MegafonConnection = Connection<MegafonSettings, MegafonCredentials>;

/** Carries the reason out of `connection.session`; caught by the cabinet, never by the caller of a carrier. */
export class SignInFailed extends Error {
  override readonly name = 'SignInFailed';
  readonly trouble: Trouble;
  constructor(reason: Trouble) {
    super(reason.failure.text);
    // Whatever went wrong, no change had been sent yet.
    this.trouble = { ...reason, type: 'unavailable' };
  }
}

/** Fills in the login form and waits until the cabinet has warmed its cache up. A captcha is for a person. */
export async function signIn(connection: MegafonConnection): Promise<CookieJar> {
  const { settings, credentials } = connection;
  const jar: CookieJar = new Map();
  const reply = await connection.dial({
    operation: 'signIn',
    mutates: false,
    method: 'POST',
    url: new URL('/ws/v1.0/auth/process', settings.baseUrl).href,
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
    body: new URLSearchParams({ ...credentials, captchaTime: String(connection.now().getTime()) }).toString(),
  });
  absorbCookies(jar, reply.headers);
  const answer = signInAnswer(reply, connection);
  if (answer.isCaptchaShouldBeShown) {
    const text = 'MegaFon asks for a captcha: a person must sign in to the cabinet once';
    throw new SignInFailed(trouble('needs_human', 'captcha', text, settings.captchaPauseMs));
  }
  if (!answer.user) {
    throw new SignInFailed(trouble('auth', 'no_user', 'MegaFon answered the login without naming a user'));
  }
  if (answer.cached === false) await warmUp(connection, jar);
  return jar;
}

function signInAnswer(reply: WireReply, connection: MegafonConnection): SignIn {
  const reason = troubleInReply(reply, connection.settings, connection.now());
  if (reason?.failure.class === 'unknown_outcome') {
    throw new SignInFailed(troubleBy({ ...reason.failure, class: 'auth', text: '' }));
  }
  if (reason) throw new SignInFailed(reason);
  const body = z.object({ data: SignIn }).safeParse(parseJson(reply.text()));
  if (!body.success) {
    throw new SignInFailed(trouble('carrier_down', 'unreadable', 'MegaFon answered the login unreadably'));
  }
  return body.data.data;
}

/** Anything else on the way to a warm cache is waited out. */
const isFinal: Partial<Record<FailureClass, true>> = { auth: true, throttled: true, needs_human: true };

async function warmUp(connection: MegafonConnection, jar: CookieJar): Promise<void> {
  const { baseUrl, cacheAttempts, cachePauseMs } = connection.settings;
  for (let attempt = 1; attempt <= cacheAttempts; attempt++) {
    const reply = await connection.dial({
      operation: 'cacheStatus',
      mutates: false,
      method: 'GET',
      url: new URL('/ws/v1.0/user/cache/status', baseUrl).href,
      headers: { ...cookieHeaders(jar), accept: 'application/json' },
    });
    absorbCookies(jar, reply.headers);
    const reason = troubleInReply(reply, connection.settings, connection.now());
    if (reason && isFinal[reason.failure.class]) throw new SignInFailed(reason);
    if (reply.status === 200 && !reason) return;
    if (attempt < cacheAttempts) await connection.sleep(cachePauseMs);
  }
  throw new SignInFailed(
    trouble('not_ready', 'cache', `MegaFon's cache was cold after ${cacheAttempts} looks`),
  );
}
