import { index, layout, type RouteConfig, route } from '@react-router/dev/routes';

/** The table of contents: every address, grouped by person. */
export default [
  index('routes/home.ts'),

  // Anyone
  layout('routes/door/layout.tsx', [
    route('sign-in', 'routes/door/sign-in.tsx'),
    route('sign-in/code', 'routes/door/code.tsx'),
    route('sign-in/enrol', 'routes/door/enrol.tsx'),
    route('invitations/:token', 'routes/door/invitation.tsx'),
  ]),
  route('sign-out', 'routes/door/sign-out.ts'),

  // Whoever is signed in
  layout('routes/person/layout.tsx', [
    route('account', 'routes/person/account.tsx'),
    route('account/language', 'routes/person/language.ts'),
    route('account/password', 'routes/person/password.tsx'),
    route('account/second-factor', 'routes/person/second-factor.tsx'),
    route('account/second-factor/secret', 'routes/person/second-factor-secret.ts'),
    route('account/second-factor/confirmation', 'routes/person/second-factor-confirmation.ts'),
    route('account/second-factor/removal', 'routes/person/second-factor-removal.ts'),
    route('account/sessions/ending', 'routes/person/session-ending.ts', { id: 'all-sessions-ending' }),
    route('account/sessions/:sessionId/ending', 'routes/person/session-ending.ts'),
  ]),

  // The desk of one client company: agents and leads
  route('t/:tenant', 'routes/desk/layout.tsx', [
    route('desk/requests', 'routes/desk/request-list.tsx'),
    route('live', 'routes/desk/live.ts'),
  ]),

  // Those who run the centre
  route('admin', 'routes/admin/layout.tsx', []),

  route('*', 'routes/not-found.tsx'),
] satisfies RouteConfig;
