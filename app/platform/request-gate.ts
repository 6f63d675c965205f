export type GateInput = { method: string; fetchSite: string | null; origin: string | null };

const safeMethods = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Whether a request may change anything: only our own pages may ask for it. A browser says so by
 * `Sec-Fetch-Site`; one that does not send it, by an `Origin` that is exactly ours. Guards every unsafe
 * method, resource routes included, which the router's own check leaves open.
 */
export function mayEnter({ method, fetchSite, origin }: GateInput, ownOrigin: string): boolean {
  if (safeMethods.includes(method)) return true;
  if (fetchSite !== null) return fetchSite === 'same-origin';
  return origin === new URL(ownOrigin).origin;
}
