import { index, layout, type RouteConfigEntry, route } from '@react-router/dev/routes';

/** The addresses of a subscriber's cabinet: a shelf of the table of contents in routes.ts. */
export const cabinetRoutes: RouteConfigEntry[] = [
  route('my/:tenantSlug', 'routes/cabinet/layout.tsx', [
    route('sign-in', 'routes/cabinet/sign-in.tsx'),
    route('code', 'routes/cabinet/code.tsx'),
    layout('routes/cabinet/inside.tsx', [
      index('routes/cabinet/overview.tsx'),
      route('requests', 'routes/cabinet/request-list.tsx'),
      route('cases', 'routes/cabinet/case-list.tsx'),
      route('cases/new', 'routes/cabinet/case-new.tsx'),
      route('cases/:caseId', 'routes/cabinet/case.tsx'),
      route('cases/:caseId/complaint', 'routes/cabinet/case-complaint.ts'),
      route('cases/:caseId/rating', 'routes/cabinet/case-rating.ts'),
      route('debts/:receivableId', 'routes/cabinet/debt.tsx'),
      route('debts/:receivableId/promises', 'routes/cabinet/debt-promises.ts'),
      route('debts/:receivableId/plans', 'routes/cabinet/debt-plans.ts'),
      route('debts/:receivableId/disputes', 'routes/cabinet/debt-disputes.ts'),
      route('notices', 'routes/cabinet/notice-list.tsx'),
      route('notices/:ownNoticeId/reading', 'routes/cabinet/notice-reading.ts'),
      route('profile', 'routes/cabinet/profile.tsx'),
      route('profile/consents', 'routes/cabinet/consents.ts'),
      route('profile/consents/withdrawal', 'routes/cabinet/consent-withdrawal.ts'),
      route('profile/preference', 'routes/cabinet/preference.ts'),
      route('profile/language', 'routes/cabinet/language.ts'),
      route('profile/sessions/ending', 'routes/cabinet/session-ending.ts', {
        id: 'all-cabinet-sessions-ending',
      }),
      route('profile/sessions/:sessionId/ending', 'routes/cabinet/session-ending.ts'),
      route('sign-out', 'routes/cabinet/sign-out.ts'),
    ]),
  ]),
];
