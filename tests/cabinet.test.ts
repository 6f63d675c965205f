import { describe, expect, test } from 'vitest';
import { commit } from '#db/commit.ts';
import { cases } from '#db/tenant/schema/case.ts';
import { billingAccounts, receivables } from '#db/tenant/schema/receivable.ts';
import { lines, subscribers } from '#db/tenant/schema/subscriber.ts';
import { makeLine, makeSubscriber, seedTime } from '#seeds/factories.ts';
import { builtRoutes, serveBuilt } from './setup/built-server.ts';
import { openCabinet } from './setup/cabinet-visit.ts';
import { uuid } from './setup/route-bodies.ts';
import { addressOf, type ListedRoute, listRoutes } from './setup/route-list.ts';
import { snapshot } from './setup/snapshot.ts';
import { type FilledTenant, openTwoTenants, signIn } from './setup/two-tenants.ts';

const { services, alfa, beta } = await openTwoTenants();
const ask = await serveBuilt(services);
const modules = await builtRoutes();

/** Another subscriber of the same client company, and what is his. */
const neighbour = { marker: 'Соседский', msisdn: '+79037778899', subscriberId: makeSubscriber(7).id };
const his = { caseId: '01890000-0000-7000-8000-00000000c001', receivableId: 'receivable-of-a-neighbour' };
const { db } = alfa;
await commit(db, [
  db.insert(subscribers).values(makeSubscriber(7, { name: `${neighbour.marker} Абонент` })),
  db.insert(lines).values(makeLine(7, { msisdn: neighbour.msisdn, tariffName: `${neighbour.marker} тариф` })),
  db.insert(cases).values({
    id: his.caseId,
    number: 700,
    kind: 'question',
    state: 'open',
    version: 1,
    priority: 'normal',
    subject: `${neighbour.marker} вопрос`,
    channel: 'cabinet',
    subscriberId: neighbour.subscriberId,
    createdBy: 'subscriber',
    createdAt: seedTime,
    changedAt: seedTime,
  }),
  db.insert(billingAccounts).values({
    id: 'account-7',
    subscriberId: neighbour.subscriberId,
    number: neighbour.marker,
    createdAt: seedTime,
  }),
  db.insert(receivables).values({
    id: his.receivableId,
    accountId: 'account-7',
    balanceKopecks: 123_400,
    oldestDueOn: '2026-02-20',
    version: 1,
    changedAt: seedTime,
  }),
]);

const open = (tenant: FilledTenant, seed: number) =>
  openCabinet(tenant.db, {
    slug: tenant.slug,
    now: services.now(),
    subscriberId: makeSubscriber(seed).id,
    lineId: makeLine(seed).id,
  });
const staff = await signIn(services, 'manager', alfa.tenantId);

const inside = listRoutes().filter(
  ({ path, id }) => path.startsWith('/my/') && !/\/(layout|inside|sign-in|code)$/.test(id),
);
const hasLoader = ({ id }: ListedRoute) => modules[id]?.module.loader !== undefined;
const hasAction = ({ id }: ListedRoute) => modules[id]?.module.action !== undefined;
const withIds = inside.filter(({ params }) => params.some((name) => name !== 'tenantSlug'));
/** They touch what is one's own only and say the same whatever the id is. */
const answeringAlike = ['routes/cabinet/session-ending.ts', 'routes/cabinet/notice-reading.ts'];

const bodies: Record<string, string> = {
  'routes/cabinet/case.tsx': `formToken=${uuid}&words=Чужое`,
  'routes/cabinet/case-new.tsx': `formToken=${uuid}&words=Чужое&kind=question&lineId=&subject=Чужое`,
  'routes/cabinet/case-complaint.ts': `formToken=${uuid}`,
  'routes/cabinet/case-rating.ts': 'stars=1&word=&recommends=',
  'routes/cabinet/debt-promises.ts': `formToken=${uuid}&on=2026-03-03&kopecks=500&replaces=`,
  'routes/cabinet/debt-plans.ts': `formToken=${uuid}&count=2&firstOn=2026-03-03&pace=month`,
  'routes/cabinet/debt-disputes.ts': `formToken=${uuid}&chargeId=&reason=Чужое`,
  'routes/cabinet/consents.ts': 'offer=news',
  'routes/cabinet/consent-withdrawal.ts': 'purpose=advertising&isRobot=no',
  'routes/cabinet/preference.ts': 'channel=sms',
  'routes/cabinet/language.ts': 'locale=en',
};

/** The page, its data alone, and what changes something. */
function waysTo(route: ListedRoute, address: string) {
  const reads = hasLoader(route)
    ? [
        { url: address, given: {} },
        { url: `${address}.data`, given: {} },
      ]
    : [];
  const form = bodies[route.file] ?? '';
  const writes = hasAction(route)
    ? [
        { url: address, given: { form } },
        { url: `${address}.data`, given: { form } },
      ]
    : [];
  return [...reads, ...writes];
}

const strip = (msisdn: string) => msisdn.slice(2);
const spaced = (msisdn: string) => strip(msisdn).replace(/(\d{3})(\d{3})(\d{2})(\d{2})/, '$1 $2-$3-$4');
const marksOf = ({ marker, msisdn }: { marker: string; msisdn: string }) => [
  marker,
  strip(msisdn),
  spaced(msisdn),
];
const found = (text: string, marks: string[]) => marks.filter((mark) => text.includes(mark));
const at = (path: string, tenant: FilledTenant, ids: Record<string, string> = {}) =>
  addressOf(path, { ...tenant.ids, sessionId: uuid, ...ids, tenantSlug: tenant.slug });

test('there are pages to try, and a body for all that is written', () => {
  expect(inside.length).toBeGreaterThan(18);
  expect(Object.keys(bodies).filter((file) => !inside.some((route) => route.file === file))).toEqual([]);
});

describe.each([
  ['nobody', async () => ''],
  ['a colleague', async () => staff],
  ['a subscriber of another client company', () => open(beta, 2)],
  ['he with his cookie renamed', async () => (await open(beta, 2)).replace(beta.slug, alfa.slug)],
])('%s', (_who, cookieOf) => {
  test.each(inside)('is shown the door at $path', async (route) => {
    const before = await snapshot(services, db);
    const cookie = await cookieOf();
    for (const { url, given } of waysTo(route, at(route.path, alfa))) {
      const answer = await ask(url, { cookie, ...given });
      const door = `/my/${alfa.slug}/sign-in`;
      expect(answer.location === door || answer.text.includes(door), `${url} ${answer.status}`).toBe(true);
      expect(found(answer.text, marksOf(alfa)), url).toEqual([]);
    }
    expect(await snapshot(services, db)).toBe(before);
  });
});

describe('a subscriber', () => {
  test.each(withIds)('finds nothing of another at $path', async (route) => {
    const before = await snapshot(services, db);
    const cookie = await open(alfa, 1);
    const ofNeighbour = at(route.path, alfa, { ...his, ownNoticeId: uuid });
    for (const address of [ofNeighbour, at(route.path, alfa, beta.ids)]) {
      for (const { url, given } of waysTo(route, address)) {
        const answer = await ask(url, { cookie, ...given });
        expect(found(answer.text, [...marksOf(neighbour), ...marksOf(beta)]), url).toEqual([]);
        if (!answeringAlike.includes(route.file)) expect(answer.status, url).toBe(404);
      }
    }
    expect(await snapshot(services, db)).toBe(before);
  });

  test.each(inside.filter(hasLoader))('reads no other’s number or name at $path', async (route) => {
    const cookie = await open(alfa, 1);
    for (const url of [at(route.path, alfa), `${at(route.path, alfa)}.data`]) {
      const { text, status } = await ask(url, { cookie });
      expect(status, url).toBe(200);
      expect(found(text, [...marksOf(neighbour), ...marksOf(beta)]), url).toEqual([]);
    }
  });

  test('reads his own, so the marks are there to be found', async () => {
    const { text } = await ask(`/my/${alfa.slug}`, { cookie: await open(alfa, 1) });
    expect(found(text, marksOf(alfa))).toContain(alfa.marker);
    expect(text).toContain(spaced(alfa.msisdn));
    const other = await ask(`/my/${alfa.slug}/cases/${his.caseId}`, { cookie: await open(alfa, 7) });
    expect(found(other.text, [neighbour.marker])).toEqual([neighbour.marker]);
  });

  test.each(listRoutes().filter((route) => /^\/(t|admin|account)\b/.test(route.path) && hasLoader(route)))(
    'is nobody at $path',
    async (route) => {
      const cookie = await open(alfa, 1);
      const { location, text } = await ask(addressOf(route.path, { ...alfa.ids, sessionId: uuid }), {
        cookie,
      });
      expect(location?.startsWith('/sign-in') ?? false).toBe(true);
      expect(found(text, marksOf(alfa))).toEqual([]);
    },
  );
});
