import type { RouteConfigEntry } from '@react-router/dev/routes';

/** The addresses of churn, offers and campaigns under a client company's desk: a shelf of the table of contents in routes.ts. */
export const churnRoutes: RouteConfigEntry[] = [];
