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
  route('f/:tenantSlug', 'routes/form/web-form.tsx'),
  route('hooks/pbx/:tenant', 'routes/hooks/pbx.ts'),

  // Whoever is signed in
  layout('routes/person/layout.tsx', [
    route('account', 'routes/person/account.tsx'),
    route('account/language', 'routes/person/language.ts'),
    route('account/keys', 'routes/person/keys.ts'),
    route('account/keys/removal', 'routes/person/keys-removal.ts'),
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
    index('routes/desk/home.tsx'),
    route('desk/requests', 'routes/desk/request-list.tsx', [route(':requestId', 'routes/desk/request.tsx')]),
    route('desk/requests/:requestId/confirmation', 'routes/desk/confirmation.ts'),
    route('desk/requests/:requestId/cancellation', 'routes/desk/cancellation.ts'),
    route('desk/requests/:requestId/settlement', 'routes/desk/settlement.ts'),
    route('desk/requests/:requestId/retry', 'routes/desk/retry.ts'),
    route('desk/cancellations', 'routes/desk/cancellations.ts'),
    route('desk/lines/:lineId', 'routes/desk/line.tsx'),
    route('desk/lines/:lineId/choices', 'routes/desk/choices.ts'),
    route('desk/lines/:lineId/requests', 'routes/desk/draft.ts'),
    route('desk/lines/:lineId/number', 'routes/desk/number-reveal.ts'),
    route('desk/batches', 'routes/desk/batch-list.tsx'),
    route('desk/batches/new', 'routes/desk/batch-new.tsx'),
    route('desk/batches/plan', 'routes/desk/batch-plan.ts'),
    route('desk/batches/choices', 'routes/desk/batch-choices.ts'),
    route('desk/batches/:batchId', 'routes/desk/batch.tsx'),
    route('desk/batches/:batchId/retry', 'routes/desk/batch-retry.ts'),
    route('desk/cases/:caseId/clock', 'routes/desk/clock.ts'),
    route('desk/cases/:caseId/uploads', 'routes/desk/uploads.ts'),
    route('desk/cases/:caseId/uploads/:uploadId/removal', 'routes/desk/upload-removal.ts'),
    route('desk/attachments/:attachmentId', 'routes/desk/attachment.ts'),
    route('desk/calls', 'routes/desk/calls.ts'),
    route('desk/search', 'routes/desk/search.ts'),
    route('desk/views', 'routes/desk/views.ts'),
    route('desk/views/:viewId/removal', 'routes/desk/view-removal.ts'),
    route('live', 'routes/desk/live.ts'),
  ]),

  // Those who run the centre
  route('admin', 'routes/admin/layout.tsx', [
    index('routes/admin/home.tsx'),
    route('health', 'routes/admin/health.tsx'),
    route('tenants', 'routes/admin/tenants.tsx'),
    route('tenants/:tenantId', 'routes/admin/tenant.tsx'),
    route('tenants/:tenantId/api-keys', 'routes/admin/api-keys.ts'),
    route('tenants/:tenantId/api-keys/:keyId/revocation', 'routes/admin/api-key-revocation.ts'),
    route('people', 'routes/admin/people.tsx'),
    route('people/:userId', 'routes/admin/person.tsx'),
    route('people/:userId/memberships', 'routes/admin/memberships.ts'),
    route('people/:userId/memberships/:membershipId/revocation', 'routes/admin/membership-revocation.ts'),
    route('people/:userId/renewal', 'routes/admin/person-renewal.ts'),
    route('people/:userId/disabling', 'routes/admin/person-disabling.ts'),
    route('people/:userId/enabling', 'routes/admin/person-enabling.ts'),
    route('people/:userId/second-factor-reset', 'routes/admin/second-factor-reset.ts'),
    route('invitations/:invitationId/withdrawal', 'routes/admin/invitation-withdrawal.ts'),
    route('carrier-accounts', 'routes/admin/carrier-accounts.tsx'),
    route('carrier-accounts/new', 'routes/admin/new-carrier-account.tsx'),
    route('carrier-accounts/:tenantId/:accountId', 'routes/admin/carrier-account.tsx'),
    route('carrier-accounts/:tenantId/:accountId/trial', 'routes/admin/carrier-account-trial.ts'),
    route('imports', 'routes/admin/imports.tsx'),
    route('imports/:tenantId/file', 'routes/admin/import-file.ts'),
    route('audit', 'routes/admin/audit.tsx'),
  ]),

  route('*', 'routes/not-found.tsx'),
] satisfies RouteConfig;
