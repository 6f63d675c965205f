import { randomBytes } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { Cookie, Lucia, TimeSpan } from 'lucia';
import { secondFactorIsDue } from '#app/features/person/second-factor.ts';
import { commit, isFailedWrite } from '#db/commit.ts';
import { listOpenSessions, type SessionRow, sessionsEnd } from '#db/control/queries/sessions.ts';
import { sessions } from '#db/control/schema.ts';
import type { Person, Services } from './context.ts';
import type { Env } from './env.ts';
import { absoluteMs, hashToken, idleEnd, idleMs, sessionAdapter } from './session-adapter.ts';

/** Where a person comes from, for the list of his sessions and the lock of an address. */
export type Visit = { address: string; userAgent: string };

/** The password was right; the second factor is still to come, or to be set up. */
export type HalfSignedIn = {
  userId: string;
  sessionId: string;
  email: string;
  locale: 'ru' | 'en';
  hasSecondFactor: boolean;
};

const halfwayMs = 10 * 60_000;
/** The idle end moves at most this often: a page costs no write. */
const slideMs = 60_000;

/** Plain HTTP is for this machine only; everywhere else the cookie is Secure. */
export function isPlainLoopback(env: Pick<Env, 'PULT_ORIGIN'>): boolean {
  const { protocol, hostname } = new URL(env.PULT_ORIGIN);
  return protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}

/** Logged as a warning at start; `null` when the cookie is Secure. */
export function insecureCookieWarning(env: Pick<Env, 'PULT_ORIGIN'>): string | null {
  if (!isPlainLoopback(env)) return null;
  return `Session cookies are not Secure: ${env.PULT_ORIGIN} is plain HTTP. Never serve people this way.`;
}

/** A new token, its SHA-256 stored. Returns the Set-Cookie header. */
export async function startSession(
  services: Services,
  userId: string,
  visit: Visit,
  secondFactorAt: Date | null = null,
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const userAgent = visit.userAgent.slice(0, 300);
  const attributes = { createdAt: services.now(), secondFactorAt, userAgent, address: visit.address };
  await luciaFor(services).createSession(userId, attributes, { sessionId: token });
  return cookie(services, token);
}

/**
 * Ends the session of this request. `cookie`: the Set-Cookie header that forgets it, come what may. `hasEnded` is
 * false when the database could not write that: the session then ends by itself, idle, and nobody has its token.
 */
export async function endSession(services: Services, request: Request) {
  const forgotten = cookie(services, '');
  const token = readToken(services, request);
  if (!token) return { cookie: forgotten, hasEnded: true };
  const { control } = services.databases;
  try {
    await commit(control, [control.delete(sessions).where(eq(sessions.id, hashToken(token)))]);
    return { cookie: forgotten, hasEnded: true };
  } catch (error) {
    if (!isFailedWrite(error)) throw error;
    return { cookie: forgotten, hasEnded: false };
  }
}

export async function readPerson(services: Services, request: Request): Promise<Person | null> {
  const found = await readSession(services, request);
  if (!found || found.isHalfway) return null;
  const { id: userId, name, email, locale, keyChanges, isAdmin } = found.user;
  return { userId, name, email, locale, keyChanges, isAdmin, sessionId: hashToken(found.session.id) };
}

export async function readHalfSignedIn(services: Services, request: Request): Promise<HalfSignedIn | null> {
  const found = await readSession(services, request);
  if (!found?.isHalfway) return null;
  const { id: userId, email, locale, hasSecondFactor } = found.user;
  return { userId, sessionId: hashToken(found.session.id), email, locale, hasSecondFactor };
}

export function listSessions(services: Services, userId: string): Promise<SessionRow[]> {
  return listOpenSessions(services.databases.control, userId, services.now());
}

/** `sessionId`: as listed. A foreign one is left alone. */
export async function revokeSession(services: Services, userId: string, sessionId: string): Promise<void> {
  const { control } = services.databases;
  const own = and(eq(sessions.id, sessionId), eq(sessions.userId, userId));
  await commit(control, [control.delete(sessions).where(own)]);
}

export async function revokeAllSessions(services: Services, userId: string): Promise<void> {
  const { control } = services.databases;
  await commit(control, [sessionsEnd(control, userId)]);
}

async function readSession(services: Services, request: Request) {
  const token = readToken(services, request);
  if (!token) return null;
  const lucia = luciaFor(services);
  const { session, user } = await lucia.validateSession(token);
  if (!session) return null;
  const now = services.now();
  const isHalfway = secondFactorIsDue(session.secondFactorAt, user);
  const ageMs = now.getTime() - session.createdAt.getTime();
  if (ageMs >= (isHalfway ? halfwayMs : absoluteMs)) {
    await lucia.invalidateSession(token);
    return null;
  }
  if (!isHalfway) await slide(services, token, session);
  return { session, user, isHalfway };
}

/** Lucia itself would move the idle end only in its second half. */
async function slide(services: Services, token: string, session: { createdAt: Date; expiresAt: Date }) {
  const remainingMs = session.expiresAt.getTime() - Date.now();
  const now = services.now();
  const gainMs = idleEnd(session.createdAt, now).getTime() - now.getTime() - remainingMs;
  if (gainMs > slideMs) await adapterOf(services).updateSessionExpiration(token, session.expiresAt);
}

function adapterOf(services: Services) {
  return sessionAdapter(services.databases.control, services.now);
}

function cookieName(services: Services): string {
  return isPlainLoopback(services.env) ? 'pult' : '__Host-pult';
}

function luciaFor(services: Services) {
  return new Lucia(adapterOf(services), {
    sessionExpiresIn: new TimeSpan(idleMs, 'ms'),
    getSessionAttributes: (attributes) => attributes,
    getUserAttributes: (attributes) => attributes,
  });
}

/** Lucia's own reader throws at a stray percent sign in any cookie. */
function readToken(services: Services, request: Request): string | null {
  const pairs = (request.headers.get('Cookie') ?? '').split('; ');
  const prefix = `${cookieName(services)}=`;
  const token = pairs.find((pair) => pair.startsWith(prefix))?.slice(prefix.length);
  return token && /^[\w-]{43}$/.test(token) ? token : null;
}

/** Lives as long as the browser; how long it is good for is decided here alone. */
function cookie(services: Services, token: string): string {
  const secure = !isPlainLoopback(services.env);
  const lifetime = token ? {} : { maxAge: 0 };
  return new Cookie(cookieName(services), token, {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure,
    ...lifetime,
  }).serialize();
}
