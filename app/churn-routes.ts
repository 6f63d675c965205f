import { type RouteConfigEntry, route } from '@react-router/dev/routes';

/** The addresses of churn, offers and campaigns under a client company's desk: a shelf of the table of contents in routes.ts. */
export const churnRoutes: RouteConfigEntry[] = [
  route('plan/churn', 'routes/plan/churn.tsx'),
  route('plan/churn/definitions', 'routes/plan/churn-definitions.ts'),
  route('plan/churn/departures', 'routes/plan/churn-departures.ts'),
  route('plan/churn/risk', 'routes/plan/churn-risk.tsx'),
  route('plan/churn/risk/trainings', 'routes/plan/churn-trainings.ts'),
  route('desk/lines/:lineId/departure', 'routes/desk/line-departure.ts'),
  route('desk/lines/:lineId/return', 'routes/desk/line-return.ts'),
  route('plan/campaigns/learned', 'routes/plan/campaigns-learned.tsx'),
  route('plan/campaigns', 'routes/plan/campaigns.tsx'),
  route('plan/campaigns/:campaignId', 'routes/plan/campaign.tsx'),
  route('plan/campaigns/:campaignId/audience', 'routes/plan/campaign-audience.ts'),
  route('plan/campaigns/:campaignId/moves/:campaignMove', 'routes/plan/campaign-move.ts'),
  route('desk/campaign-calls', 'routes/desk/campaign-calls.tsx'),
  route('desk/campaign-calls/:campaignCallId/taking', 'routes/desk/campaign-call-taking.ts'),
  route('desk/campaign-calls/:campaignCallId/release', 'routes/desk/campaign-call-release.ts'),
  route('desk/campaign-calls/:campaignCallId/outcome', 'routes/desk/campaign-call-outcome.ts'),
  route('desk/campaign-calls/:campaignCallId/undo', 'routes/desk/campaign-call-undo.ts'),
  route('plan/campaigns/:campaignId/proof', 'routes/plan/campaign-proof.tsx'),
  route('plan/campaigns/:campaignId/notes', 'routes/plan/campaign-notes.ts'),
  route('report/campaigns', 'routes/client/campaign-report.tsx'),
];
