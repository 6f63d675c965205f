import type { ServerBuild } from 'react-router';

type Routes = ServerBuild['routes'];

/** The layout under which nearly all addresses lie; none of those begins with a parameter. */
const desk = 'routes/desk/layout';
/** Data of such an address, with its first two words. Documents are drawn with all routes. */
const dataOfDesk = /^\/t\/[^/]+\/([^/.]+(?:\/[^/.]+)?).*\.data$/;

/**
 * The router tries all addresses one after the other, and twice a request. So those of a desk are put on shelves
 * by their first two words, each beside everything that is not of the desk: on a shelf an address finds what it
 * would find among all.
 */
export function shelveRoutes(routes: Routes): Map<string, Routes> {
  const shelfOf = Map.groupBy(Object.keys(routes), (id) => firstWords(routes, id));
  const common = shelfOf.get(null) ?? [];
  const shelves = new Map<string, Routes>();
  for (const [words, own] of shelfOf) {
    if (words) shelves.set(words, Object.fromEntries([...common, ...own].map((id) => [id, routes[id]])));
  }
  return shelves;
}

/** The shelf that answers this address; `undefined`: it needs them all. */
export function wordsOf(pathname: string): string | undefined {
  return dataOfDesk.exec(pathname)?.[1];
}

function firstWords(routes: Routes, id: string): string | null {
  const { parentId, path } = routes[id] ?? {};
  if (parentId === desk) return path?.split('/').slice(0, 2).join('/') ?? null;
  return parentId ? firstWords(routes, parentId) : null;
}
