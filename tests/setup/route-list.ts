import type { RouteConfigEntry } from '@react-router/dev/routes';
import routes from '#app/routes.ts';

/** `path`: with its parameters, as in `/t/:tenant/desk/requests/:requestId`. */
export type ListedRoute = { id: string; file: string; path: string; params: string[]; isLayout: boolean };

/** Every route of the table of contents, its address put together from its parents. */
export function listRoutes(): ListedRoute[] {
  return (routes as RouteConfigEntry[]).flatMap((entry) => listBelow(entry, ''));
}

function listBelow(entry: RouteConfigEntry, parent: string): ListedRoute[] {
  const path = entry.path ? `${parent}/${entry.path}` : parent;
  const own = {
    id: entry.id ?? entry.file.replace(/\.tsx?$/, ''),
    file: entry.file,
    path: path || '/',
    params: [...path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? ''),
    isLayout: /\/layout\.tsx$/.test(entry.file),
  };
  return [own, ...(entry.children ?? []).flatMap((child) => listBelow(child, path))];
}

/** The address with its parameters filled in. Throws for one that has no value. */
export function addressOf(path: string, ids: Record<string, string>): string {
  return path.replace(/:(\w+)/g, (_whole, name: string) => {
    const value = ids[name];
    if (value === undefined) {
      throw new Error(
        `The parameter ":${name}" of ${path} has no value. Give it one of each tenant in tests/setup/two-tenants.ts.`,
      );
    }
    return encodeURIComponent(value);
  });
}
