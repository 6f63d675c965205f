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
  layout('routes/person/layout.tsx', []),

  // The desk of one client company: agents and leads
  route('t/:tenant', 'routes/desk/layout.tsx', [
    route('desk/requests', 'routes/desk/request-list.tsx'),
    route('live', 'routes/desk/live.ts'),
  ]),

  // Those who run the centre
  route('admin', 'routes/admin/layout.tsx', []),

  route('*', 'routes/not-found.tsx'),
] satisfies RouteConfig;
