import { type RouteConfigEntry, route } from '@react-router/dev/routes';

/** The addresses of reports under a client company's desk: a shelf of the table of contents in routes.ts. */
export const reportRoutes: RouteConfigEntry[] = [
  route('report', 'routes/client/report-overview.tsx'),
  route('report/sla', 'routes/client/report-sla.tsx'),
  route('report/base', 'routes/client/report-base.tsx'),
  route('report/debt', 'routes/client/report-debt.tsx'),
  route('report/quality', 'routes/client/report-quality.tsx'),
  route('report/money', 'routes/client/report-money.tsx'),
  route('report/scorecard', 'routes/client/report-scorecard.tsx'),
  route('report/open', 'routes/client/report-open.tsx'),
  route('report/questions', 'routes/client/figure-questions.tsx'),
  route('report/questions/:figureQuestionId/answer', 'routes/client/figure-question-answer.ts'),
  route('report/annotations', 'routes/client/annotations.ts'),
  route('report/annotations/:annotationId/removal', 'routes/client/annotation-removal.ts'),
  route('plan/service-terms', 'routes/plan/service-terms.tsx'),
  route('plan/service-terms/versions', 'routes/plan/service-term-versions.ts'),
  route('plan/morning', 'routes/plan/morning.tsx'),
  route('plan/months', 'routes/plan/months.tsx'),
  route('plan/months/closing', 'routes/plan/month-closing.ts'),
  route('plan/months/:closedMonth', 'routes/plan/month.tsx'),
  route('report/months', 'routes/client/months.tsx'),
  route('report/months/:closedMonth', 'routes/client/month.tsx'),
  route('report/months/:closedMonth/files/:monthFile', 'routes/client/month-file.ts'),
];
