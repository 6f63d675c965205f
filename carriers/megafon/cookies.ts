/** Cookies of one cabinet session, by name. */
export type CookieJar = Map<string, string>;

/** Takes the cookies that a reply sets; an empty value or `Max-Age=0` removes one. */
export function absorbCookies(jar: CookieJar, headers: Headers): void {
  for (const line of headers.getSetCookie()) {
    const [pair = '', ...attributes] = line.split(';');
    const at = pair.indexOf('=');
    if (at < 1) continue;
    const name = pair.slice(0, at).trim();
    const value = pair.slice(at + 1).trim();
    if (!value || attributes.some((attribute) => /^\s*max-age\s*=\s*0\s*$/i.test(attribute)))
      jar.delete(name);
    else jar.set(name, value);
  }
}

/** The cookie header, and the token that the cabinet wants to see again beside it. */
export function cookieHeaders(jar: CookieJar): Record<string, string> {
  const token = jar.get('XSRF_TOKEN');
  const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  return { ...(cookie ? { cookie } : {}), ...(token ? { 'x-csrf-token': decodeToken(token) } : {}) };
}

function decodeToken(token: string): string {
  try {
    return decodeURIComponent(token);
  } catch {
    return token;
  }
}
