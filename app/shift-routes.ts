import { type RouteConfigEntry, route } from '@react-router/dev/routes';

/** The addresses of shifts under a client company's desk: a shelf of the table of contents in routes.ts. */
export const shiftRoutes: RouteConfigEntry[] = [route('plan/shifts', 'routes/plan/shifts.tsx')];
