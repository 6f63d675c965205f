import { describe, expect, test } from 'vitest';
import { roles } from '#app/features/access/role.ts';
import { finishWork } from '#db/tenant/queries/outbox.ts';
import { createCarrierDesk } from '#workers/carrier-desk.ts';
import { queues } from '#workers/index.ts';
import { builtRoutes, serveBuilt } from './setup/built-server.ts';
import { bodiesFor, uuid } from './setup/route-bodies.ts';
import { addressOf, type ListedRoute, listRoutes } from './setup/route-list.ts';
import { snapshot } from './setup/snapshot.ts';
import { type FilledTenant, openTwoTenants, signIn } from './setup/two-tenants.ts';

const world = await openTwoTenants();
const { services, alfa, beta } = world;
const ask = await serveBuilt(services);
const modules = await builtRoutes();
const visitors = Object.fromEntries(
  await Promise.all(
    roles
      .filter((role) => role !== 'admin')
      .map(async (role) => [role, await signIn(services, role, alfa.tenantId)]),
  ),
) as Record<string, string>;
const administrator = await signIn(services, 'admin', null);

const bodies = bodiesFor(beta.ids);

/** They touch what is one's own only and say the same whatever the id is. */
const answeringAlike = [
  'routes/desk/view-removal.ts',
  'routes/desk/upload-removal.ts',
  'routes/person/session-ending.ts',
];
/** Open to whoever holds the link, to everybody, to who signs what he says; a cabinet: see cabinet.test.ts. */
const openToAll = /^\/(sign-in|sign-out|invitations\/|f\/|my\/|hooks\/|$|\*)/;

const routes = listRoutes();
const inTenant = routes.filter(({ path }) => path.startsWith('/t/:tenant'));
const withIds = routes.filter(({ params, path }) => params.length > 0 && !openToAll.test(path));
const hasAction = ({ id }: ListedRoute) => modules[id]?.module.action !== undefined;
const hasLoader = ({ id }: ListedRoute) => modules[id]?.module.loader !== undefined;
const isPage = ({ id }: ListedRoute) => modules[id]?.module.default !== undefined;

const strip = (msisdn: string) => msisdn.replace(/\D/g, '').slice(1);
const spaced = (msisdn: string) => strip(msisdn).replace(/(\d{3})(\d{3})(\d{2})(\d{2})/, '$1 $2-$3-$4');
const numbersOf = ({ msisdn }: FilledTenant) => [strip(msisdn), spaced(msisdn)];
const marksOf = (tenant: FilledTenant) => [tenant.marker, tenant.slug, ...numbersOf(tenant)];
const secretMarks = ['$argon2', 'sealed-canary', 'hash-canary', 'token-canary'];

/** The marks that stand in a text, and should not. */
const found = (text: string, marks: string[]) => marks.filter((mark) => text.includes(mark));

/** Every way to ask one address: the page, its data alone, and what changes something. */
function waysTo(route: ListedRoute, address: string) {
  const body = bodies[route.file] ?? { form: '' };
  const reads = hasLoader(route)
    ? [{ url: address, given: {} }, ...(isPage(route) ? [{ url: `${address}.data`, given: {} }] : [])]
    : [];
  const writes = hasAction(route)
    ? [
        { url: address, given: body },
        { url: `${address}.data`, given: body },
      ]
    : [];
  return [...reads, ...writes];
}

test('what was built is what the table of contents says', () => {
  const missing = routes.filter(({ id }) => modules[id] === undefined).map(({ file }) => file);
  expect(missing, 'run "npm run build"').toEqual([]);
});

test('every parameter of every address has a value of each tenant', () => {
  for (const { path } of withIds) {
    expect(() => addressOf(path, { ...alfa.ids, sessionId: uuid })).not.toThrow();
    expect(() => addressOf(path, { ...beta.ids, sessionId: uuid })).not.toThrow();
  }
});

describe.each(Object.keys(visitors))('a %s of one client company', (role) => {
  const cookie = visitors[role] ?? '';

  test.each(withIds)('finds nothing of another one at $path', async (route) => {
    const before = await snapshot(services, beta.db);
    const foreign = { ...beta.ids, sessionId: uuid };
    const mixed = { ...foreign, tenant: alfa.slug };
    const addresses = new Set([addressOf(route.path, foreign), addressOf(route.path, mixed)]);
    for (const address of addresses) {
      for (const { url, given } of waysTo(route, address)) {
        const answer = await ask(url, { cookie, ...given });
        const isMixed = address === addressOf(route.path, mixed) && route.params.join() === 'tenant';
        expect(found(answer.text, isMixed ? marksOf(beta) : [beta.marker, ...numbersOf(beta)]), url).toEqual(
          [],
        );
        if (isMixed || answeringAlike.includes(route.file)) continue;
        expect([403, 404], `${url} answered ${answer.status}: ${answer.text.slice(0, 300)}`).toContain(
          answer.status,
        );
      }
    }
    expect(await snapshot(services, beta.db)).toBe(before);
  });

  test.each(routes.filter((route) => hasLoader(route) && !openToAll.test(route.path)))(
    'reads no full number and no secret at $path',
    async (route) => {
      const address = addressOf(route.path, { ...alfa.ids, sessionId: uuid });
      const searched = [`${address}?q=${beta.marker}`, `${address}?q=${strip(beta.msisdn)}`];
      for (const url of [address, ...(isPage(route) ? [`${address}.data`] : []), ...searched]) {
        const { text } = await ask(url, { cookie });
        expect(found(text, [...numbersOf(alfa), ...secretMarks]), url).toEqual([]);
        expect(
          found(text.replaceAll(strip(beta.msisdn), '').replaceAll(encodeURIComponent(beta.marker), ''), [
            `${beta.marker} `,
          ]),
          url,
        ).toEqual([]);
      }
    },
  );
});

test.each(routes.filter(({ path }) => !openToAll.test(path)))(
  'nobody reads or changes anything at $path',
  async (route) => {
    const before = await snapshot(services, alfa.db);
    for (const { url, given } of waysTo(route, addressOf(route.path, { ...alfa.ids, sessionId: uuid }))) {
      const answer = await ask(url, given);
      const isTurnedAway = answer.location?.startsWith('/sign-in') || answer.text.includes('/sign-in');
      expect(isTurnedAway, `${url} answered ${answer.status}`).toBe(true);
      expect(answer.status, url).not.toBe(200);
      expect(found(answer.text, [alfa.marker, ...numbersOf(alfa), ...secretMarks]), url).toEqual([]);
    }
    expect(await snapshot(services, alfa.db)).toBe(before);
  },
);

test.each(routes.filter((route) => hasLoader(route) && route.path.startsWith('/admin')))(
  'even an administrator reads no secret at $path',
  async ({ path }) => {
    for (const url of [addressOf(path, alfa.ids), `${addressOf(path, alfa.ids)}.data`]) {
      const { text } = await ask(url, { cookie: administrator });
      expect(found(text, [...numbersOf(alfa), ...secretMarks]), url).toEqual([]);
    }
  },
);

test('the marks are there to be found', async () => {
  const lead = visitors.lead ?? '';
  const card = await ask(addressOf('/t/:tenant/desk/lines/:lineId', alfa.ids), { cookie: lead });
  expect(card.status).toBe(200);
  expect(found(card.text, [alfa.marker])).toEqual([alfa.marker]);
  const tenants = await ask('/admin/carrier-accounts', { cookie: administrator });
  expect(found(tenants.text, [beta.marker])).toEqual([beta.marker]);
  expect(inTenant.length).toBeGreaterThan(10);
});

test.each(queues)('work of the queue $name for a request of another tenant is given up', async (queue) => {
  const before = await snapshot(services, beta.db);
  const input = queue.payload.parse({
    hashes: [],
    requestId: beta.ids.requestId,
    messageId: beta.ids.messageId,
    useId: beta.ids.useId,
    saveId: beta.ids.saveId,
    arrivalId: beta.ids.arrivalId,
    lineId: beta.ids.lineId,
    batchId: beta.ids.batchId,
    incidentId: beta.ids.incidentId,
    updateId: beta.ids.updateId,
    caseId: beta.ids.caseId,
    attemptId: beta.ids.attemptId,
    questionId: beta.ids.questionId,
    strategyId: beta.ids.strategyId,
    runId: beta.ids.strategyId,
    campaignId: beta.ids.campaignId,
    callId: beta.ids.campaignCallId,
    after: '',
    until: '2026-01-01',
    trainingId: beta.ids.trainingId,
    rosterId: beta.ids.rosterId,
    solveId: 'run-1',
    seconds: 2,
    on: '2026-03-01',
    receivableId: beta.ids.receivableId,
    sourceType: 'case',
    sourceId: beta.ids.caseId,
    version: 1,
    subscriberId: beta.ids.subscriberId,
    accountId: beta.ids.accountId,
    fileId: beta.ids.billingFileId,
    sendKey: 'step-1',
    purpose: 'collection',
    channel: 'sms',
    text: 'Оплатите связь.',
    kind: 'port-out',
    reason: 'price',
    note: '',
    by: 'agent-1',
    addressId: beta.ids.reportAddressId,
    dispatchId: beta.ids.dispatchId,
  });
  const sleep = () => Promise.reject(new Error('A carrier was asked for another tenant.'));
  const carriers = createCarrierDesk(services.databases.control, services.secretKey, {
    now: services.now,
    sleep,
  });
  const ending = () => finishWork(alfa.db, []);
  const context = { db: alfa.db, services: { ...services, carriers }, tries: 0, ending };
  const outcome = await queue.perform(context, input);
  expect(outcome.type).toBe('cancel');
  expect(await snapshot(services, beta.db)).toBe(before);
});
