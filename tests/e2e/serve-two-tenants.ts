import { serve } from '@hono/node-server';
import { setGateway } from '#app/features/messenger/set-gateway.ts';
import { issueInvitation } from '#app/features/person/issue-invitation.ts';
import { ratingToken } from '#app/features/rating/rating-token.ts';
import { mailToken } from '#app/features/report-mail/mail-token.ts';
import { switchWebForm } from '#app/features/web-form/switch-web-form.ts';
import type { Services } from '#app/platform/context.ts';
import { startSession } from '#app/platform/session.ts';
import { createServer } from '#app/server.ts';
import { builtRoutes } from '#tests/setup/built-server.ts';
import { openCabinet } from '#tests/setup/cabinet-visit.ts';
import { freePort } from '#tests/setup/free-port.ts';
import { addressOf, listRoutes } from '#tests/setup/route-list.ts';
import { visit } from '#tests/setup/test-people.ts';
import { type FilledTenant, openTwoTenants, signIn } from '#tests/setup/two-tenants.ts';
import { createCarrierDesk } from '#workers/carrier-desk.ts';

/** `cookie`: of somebody who may read it; empty where nobody has to sign in. */
export type OpenPage = { path: string; cookie: string };

/** They lead on to another page, or need what an earlier step of signing in left. */
const onTheWay = /\/(home|code|enrol|not-found|inside)$/;
const roles = ['lead', 'agent', 'manager', 'client'] as const;

/** What a page has to be asked with. */
const askedOf: [end: string, query: (tenant: FilledTenant) => string][] = [
  ['accounts/new', ({ tenantId }) => `?tenant=${tenantId}&carrier=mts`],
  ['report/open', () => '?metric=opened&from=2026-03-01&to=2026-03-31'],
];

/** Two client companies with something on every page, served as a browser finds them. */
export async function serveTwoTenants() {
  const { services, alfa } = await openTwoTenants();
  const port = await freePort();
  const { databases, secretKey, now } = services;
  services.carriers = createCarrierDesk(databases.control, secretKey, { now, sleep: async () => {} });
  services.env.PULT_ORIGIN = `http://localhost:${port}`;
  const { fetch: answer } = await createServer(services);
  const server = serve({ fetch: answer, port, hostname: '127.0.0.1' });
  const people = [
    ...(await Promise.all(roles.map((role) => signIn(services, role, alfa.tenantId)))),
    await signIn(services, 'admin', null),
    await openCabinetOf(services, alfa),
    // Some pages are for the one alone who owns what is on them.
    sentCookie(await startSession(services, alfa.ids.userId ?? '', visit, now())),
  ];
  const guest = { email: 'guest@example.com', role: 'agent' as const, tenantId: alfa.tenantId };
  const { link } = await issueInvitation(services, alfa.ids.userId ?? '', 'person.invited', guest);
  const admin = { userId: '', name: '', roles: ['admin' as const] };
  await switchWebForm(services, admin, alfa.tenantId, true);
  // Without a gateway no code could be sent, and the cabinet has no door.
  await setGateway(services, admin, alfa.tenantId, 'messenger', { url: 'http://127.0.0.1:1/send' });
  const invitation = link.split('/').at(-1) ?? '';
  const rating = ratingToken(secretKey, alfa.tenantId, alfa.ids.caseId ?? '');
  const address = { id: alfa.ids.reportAddressId ?? '', askedAt: new Date(0) };
  const ids = { ...alfa.ids, mailToken: mailToken(secretKey, alfa.tenantId, 'end', address) };
  const tokenFor = (path: string) => (path.includes('/ratings/') ? rating : invitation);
  const modules = await builtRoutes();
  const paths = listRoutes()
    .filter(({ id, isLayout }) => modules[id]?.module.default && !isLayout && !onTheWay.test(id))
    .map(({ path }) => addressOf(path, { ...ids, tenantSlug: alfa.slug, token: tokenFor(path) }))
    .map((path) => path + (askedOf.find(([end]) => path.endsWith(end))?.[1](alfa) ?? ''));
  const origin = services.env.PULT_ORIGIN;
  const pages: OpenPage[] = [];
  for (const path of new Set(paths)) pages.push({ path, cookie: await readerOf(origin, path, people) });
  return { origin, people, pages, close: () => void server.close() };
}

function openCabinetOf({ now }: Services, { db, slug, ids }: FilledTenant): Promise<string> {
  return openCabinet(db, {
    slug,
    now: now(),
    subscriberId: ids.subscriberId ?? '',
    lineId: ids.lineId ?? '',
  });
}

const sentCookie = (header: string) => header.split(';')[0] ?? '';

async function readerOf(origin: string, path: string, people: string[]): Promise<string> {
  for (const cookie of ['', ...people]) {
    const answer = await fetch(origin + path, { headers: { Cookie: cookie }, redirect: 'manual' });
    await answer.arrayBuffer();
    if (answer.status === 200) return cookie;
  }
  throw new Error(`Nobody can read ${path}.`);
}
