export type GateInput = { method: string; path: string; fetchSite: string | null; origin: string | null };

const safeMethods = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Whether a request may change anything: only our own pages may ask for it. A browser says so by
 * `Sec-Fetch-Site`; one that does not send it, by an `Origin` that is exactly ours. Guards every unsafe
 * method, resource routes included, which the router's own check leaves open. What comes to `/hooks/` is not
 * from a browser: it is let in, knows no session, and is believed by its signature alone.
 */
export function mayEnter({ method, path, fetchSite, origin }: GateInput, ownOrigin: string): boolean {
  if (safeMethods.includes(method) || path.startsWith('/hooks/')) return true;
  if (fetchSite !== null) return fetchSite === 'same-origin';
  return origin === new URL(ownOrigin).origin;
}
