import { expect, test } from 'vitest';
import { openAudienceRun, refreshPages } from '#app/features/campaign/refresh-audience.ts';
import { commit } from '#db/commit.ts';
import { getAudienceRun } from '#db/tenant/queries/audience.ts';
import { campaigns } from '#db/tenant/schema/campaign.ts';
import { openTestDesk } from '#tests/setup/desk-visit.ts';
import * as campaignRoute from './campaign.tsx';
import { action as count } from './campaign-audience.ts';
import { action as holdOut } from './campaign-holdout.ts';
import { action as move } from './campaign-move.ts';
import { action as create, loader as openList } from './campaigns.tsx';

// The generated types ask for the route's own parameters; a test gives them by hand.
const given = (args: unknown) => args as never;

async function openPlan(kind = 'prevention') {
  const desk = await openTestDesk();
  const enter = async (more: object = {}, role: 'manager' | 'lead' | 'agent' = 'manager') =>
    desk.enter({ role, path: '/plan/campaigns', ...more });
  await create(await enter({ form: `name=Весна&kind=${kind}` }));
  const { campaigns: listed } = await openList(await enter());
  const campaignId = listed[0]?.id ?? '';
  const page = async (role: 'manager' | 'lead' = 'manager') =>
    (await campaignRoute.loader(given(await enter({ params: { campaignId } }, role)))).campaign;
  return { ...desk, enter, campaignId, params: { campaignId }, page };
}

test('a campaign is begun ready made, changed, counted and frozen; the draw is nobody’s to read', async () => {
  const { enter, params, page, db, services } = await openPlan('information');
  const draft = await page();
  expect(draft).toMatchObject({
    state: 'draft',
    purpose: 'service',
    windowDays: 30,
    moves: ['edit', 'freeze'],
  });
  expect(JSON.stringify(draft)).not.toContain('salt');
  const { name, steps, controlPercent, windowDays, contactKopecks, callsADay } = draft;
  const json = {
    name,
    steps,
    controlPercent,
    windowDays,
    contactKopecks,
    callsADay,
    pool: '',
    purpose: 'service',
    conditions: [],
    seen: draft.version,
  };
  expect(await campaignRoute.action(given(await enter({ params, json })))).toEqual({ saved: 2 });
  expect(await campaignRoute.action(given(await enter({ params, json })))).toMatchObject({
    data: { error: { code: 'campaign-changed' } },
    init: { status: 409 },
  });
  await openAudienceRun(db, services.now());
  const desk = { db, now: services.now, timeZone: 'Europe/Moscow' };
  await refreshPages(desk, (await getAudienceRun(db))?.id ?? '', 10);
  const asked = { conditions: [], controlPercent, windowDays };
  expect(await count(given(await enter({ params, json: asked })))).toMatchObject({
    counted: { people: 1, lines: 1, effect: { smallest: null, isAssumed: true } },
  });
  const form = 'version=2';
  expect(await move(given(await enter({ params: { ...params, campaignMove: 'freeze' }, form })))).toEqual({
    done: 'freeze',
  });
  expect(await page()).toMatchObject({ state: 'freezing', moves: ['thaw'] });
  const unknown = await enter({ params: { ...params, campaignMove: 'finish' }, form });
  await expect(move(given(unknown))).rejects.toMatchObject({ init: { status: 404 } });
});

test('what is wrong stands beside its field, and conditions of nobody’s making are refused', async () => {
  const { enter, params } = await openPlan();
  expect(await create(await enter({ form: 'name=&kind=prevention' }))).toMatchObject({
    data: { faults: { name: 'required' } },
  });
  expect(await create(await enter({ form: 'name=Весна&kind=prevention' }))).toMatchObject({
    data: { error: { code: 'campaign-name-taken' } },
  });
  for (const conditions of [
    [{ field: 'name', is: 'any-of', values: ['x'] }],
    [{ field: 'risk', is: 'at-least', value: '1; drop table lines' }],
    [{ field: 'carrier', is: 'any-of', values: [] }],
    Array.from({ length: 31 }, () => ({ field: 'risk', is: 'at-least', value: 1 })),
  ]) {
    const json = { conditions, controlPercent: 20, windowDays: 30 };
    expect(await count(given(await enter({ params, json })))).toMatchObject({ init: { status: 422 } });
  }
});

test('a withdrawn offer is told of on the page', async () => {
  const { db, page } = await openPlan();
  const step = { afterDays: 0, onlyIf: 'always' as const, channel: 'sms' as const, text: '{offer}' };
  const offerId = '018f0000-0000-7000-8000-00000000000f';
  await commit(db, [db.update(campaigns).set({ steps: [{ ...step, offerId }], state: 'running' })]);
  expect(await page()).toMatchObject({ goneSteps: [0], moves: ['pause', 'stop'] });
});

test('a lead reads and changes nothing; an agent does not come in', async () => {
  const { enter, params, page } = await openPlan();
  expect(await page('lead')).toMatchObject({ moves: [], choices: null });
  const freeze = { params: { ...params, campaignMove: 'freeze' }, form: 'version=1' };
  expect(await move(given(await enter(freeze, 'lead')))).toMatchObject({
    data: { error: { code: 'forbidden' } },
  });
  const agent = await enter({}, 'agent');
  expect(() => openList(agent)).toThrow();
});

test('the hold-out is set, set anew on the same day, and bounded', async () => {
  const { enter } = await openPlan();
  for (const percent of [5, 10]) {
    expect(await holdOut(given(await enter({ form: `percent=${percent}` })))).toEqual({ done: true });
    expect(await openList(await enter())).toMatchObject({ heldOutPercent: percent });
  }
  expect(await holdOut(given(await enter({ form: 'percent=50' })))).toMatchObject({ init: { status: 422 } });
  expect(await holdOut(given(await enter({ form: 'percent=5' }, 'lead')))).toMatchObject({
    data: { error: { code: 'forbidden' } },
  });
});
