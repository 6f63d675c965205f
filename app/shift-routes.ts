import { type RouteConfigEntry, route } from '@react-router/dev/routes';

/** The addresses of shifts under a client company's desk: a shelf of the table of contents in routes.ts. */
export const shiftRoutes: RouteConfigEntry[] = [
  route('plan/shifts', 'routes/plan/shifts.tsx'),
  route('plan/shifts/:rosterId', 'routes/plan/roster.tsx'),
  route('plan/shifts/:rosterId/shifts', 'routes/plan/roster-shifts.ts'),
  route('plan/shifts/:rosterId/shifts/:plannedId/time', 'routes/plan/roster-shift-time.ts'),
  route('plan/shifts/:rosterId/shifts/:plannedId/removal', 'routes/plan/roster-shift-removal.ts'),
  route('plan/shifts/:rosterId/copy', 'routes/plan/roster-copy.ts'),
  route('plan/shifts/:rosterId/undo', 'routes/plan/roster-undo.ts'),
  route('plan/shifts/:rosterId/solving', 'routes/plan/roster-solving.ts'),
  route('plan/shifts/:rosterId/solving-end', 'routes/plan/roster-solving-end.ts'),
  route('plan/shifts/:rosterId/publication', 'routes/plan/roster-publication.ts'),
];
