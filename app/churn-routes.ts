import { type RouteConfigEntry, route } from '@react-router/dev/routes';

/** The addresses of churn, offers and campaigns under a client company's desk: a shelf of the table of contents in routes.ts. */
export const churnRoutes: RouteConfigEntry[] = [
  route('plan/campaigns/learned', 'routes/plan/campaigns-learned.tsx'),
  route('plan/campaigns/:campaignId/proof', 'routes/plan/campaign-proof.tsx'),
  route('plan/campaigns/:campaignId/notes', 'routes/plan/campaign-notes.ts'),
  route('report/campaigns', 'routes/client/campaign-report.tsx'),
];
