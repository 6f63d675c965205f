import { Cookie } from 'lucia';
import type { Env } from './env.ts';
import { isPlainLoopback } from './session.ts';

type Place = Pick<Env, 'PULT_ORIGIN'>;

const fullName = (env: Place, name: string) => (isPlainLoopback(env) ? name : `__Host-${name}`);

/** A Set-Cookie header for a token of ours, which lives as long as the browser; an empty value forgets it. */
export function hostCookie(env: Place, name: string, value: string): string {
  const lifetime = value ? {} : { maxAge: 0 };
  const attributes = { httpOnly: true, sameSite: 'lax' as const, path: '/', secure: !isPlainLoopback(env) };
  return new Cookie(fullName(env, name), value, { ...attributes, ...lifetime }).serialize();
}

/** The token under that name, `null` for anything that cannot be one of ours: 256 bits in base64url. */
export function readHostCookie(env: Place, name: string, request: Request): string | null {
  const prefix = `${fullName(env, name)}=`;
  const pairs = (request.headers.get('Cookie') ?? '').split('; ');
  const value = pairs.find((pair) => pair.startsWith(prefix))?.slice(prefix.length);
  return value && /^[\w-]{43}$/.test(value) ? value : null;
}
