import { index, layout, type RouteConfig, route } from '@react-router/dev/routes';

/** The table of contents: every address, grouped by person. */
export default [
  index('routes/home.ts'),

  // Anyone
  // route('sign-in', 'routes/door/sign-in.tsx') and its neighbours

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
