import { expect, test } from 'vitest';
import { defaultStrategy } from '#app/features/strategy/default-strategy.ts';
import { openTestDesk } from '#tests/setup/desk-visit.ts';
import { action as create, loader as openList } from './debt-strategies.tsx';
import * as strategyRoute from './debt-strategy.tsx';
import { action as force } from './debt-strategy-force.ts';
import { action as retire } from './debt-strategy-retirement.ts';
import { action as endTrial } from './debt-trial-ending.ts';
import { action as startTrial } from './debt-trials.ts';

// The generated types ask for the route's own parameters; a test gives them by hand.
const given = (args: unknown) => args as never;

async function openPlan() {
  const desk = await openTestDesk();
  const enter = async (more: object = {}, role: 'manager' | 'lead' | 'agent' = 'manager') =>
    desk.enter({ role, path: '/plan/debt/strategies', ...more });
  await create(await enter({ form: 'name=Мягкая&from=' }));
  const list = await openList(await enter());
  const strategyId = list.strategies[0]?.id ?? '';
  const page = async () =>
    (await strategyRoute.loader(given(await enter({ params: { strategyId } })))).strategy;
  return { enter, strategyId, params: { strategyId }, page };
}

test('a strategy is made, drafted, put in force, tried and retired', async () => {
  const { enter, params, page, strategyId } = await openPlan();
  const rules = { ...defaultStrategy, steps: defaultStrategy.steps.slice(0, 2) };
  const json = { rules, seen: (await page()).seen };
  expect(await strategyRoute.action(given(await enter({ params, json })))).toEqual({ drafted: 1 });
  expect(await strategyRoute.action(given(await enter({ params, json })))).toMatchObject({
    data: { error: { code: 'draft-changed' } },
    init: { status: 409 },
  });
  const form = `seen=${(await page()).seen?.toISOString()}&moves=no`;
  expect(await force(given(await enter({ params, form })))).toEqual({ done: true });
  expect(await page()).toMatchObject({ seen: null, inForce: 1, rules, isOnTrial: false });
  const trial = `championId=${strategyId}&challengerId=&challengerPercent=0&controlPercent=10`;
  expect(await startTrial(given(await enter({ form: trial })))).toEqual({ done: true });
  const { trials } = await openList(await enter());
  expect(trials).toMatchObject([{ champion: 'Мягкая', challenger: null, controlPercent: 10, endedAt: null }]);
  expect(JSON.stringify(trials)).not.toContain('salt');
  const ending = { params: { trialId: trials[0]?.id ?? '' }, form: '' };
  expect(await endTrial(given(await enter(ending)))).toEqual({ done: true });
  expect(await retire(given(await enter({ params, form: '' })))).toEqual({ done: true });
  expect(await page()).toMatchObject({ mayWrite: false });
});

test('what is wrong stands beside its field', async () => {
  const { enter, params } = await openPlan();
  expect(await create(await enter({ form: 'name=&from=' }))).toMatchObject({
    data: { faults: { name: 'required' } },
  });
  expect(await create(await enter({ form: 'name=Мягкая&from=' }))).toMatchObject({
    data: { error: { code: 'strategy-name-taken' } },
  });
  const empty = { rules: { ...defaultStrategy, steps: [] }, seen: null };
  expect(await strategyRoute.action(given(await enter({ params, json: empty })))).toMatchObject({
    data: { faults: { steps: 'required' } },
  });
});

test('a lead reads and changes nothing; an agent does not come in', async () => {
  const { enter, params } = await openPlan();
  expect(await openList(await enter({}, 'lead'))).toMatchObject({ mayWrite: false });
  expect(await retire(given(await enter({ params, form: '' }, 'lead')))).toMatchObject({
    data: { error: { code: 'forbidden' } },
  });
  const agent = await enter({}, 'agent');
  expect(() => openList(agent)).toThrow();
});
