import type { RouteConfigEntry } from '@react-router/dev/routes';

/** The addresses of reports under a client company's desk: a shelf of the table of contents in routes.ts. */
export const reportRoutes: RouteConfigEntry[] = [];
