import { expect, test } from 'vitest';
import { personContext } from '#app/platform/context.ts';
import { openTestDesk } from '#tests/setup/desk-visit.ts';
import { loader as look, action as publish } from './roster-publication.ts';
import { action as place } from './roster-shifts.ts';
import { action as draft, loader as list } from './shifts.tsx';

// The generated types ask for the route's own parameters; a test gives them by hand.
const readPublication = (given: unknown) => look(given as never);
const tell = (given: unknown) => publish(given as never);
const put = (given: unknown) => place(given as never);

async function openPlan() {
  const desk = await openTestDesk();
  const enter = (role: 'manager' | 'lead', path: string, more: object = {}) =>
    desk.enter({ role, path: `/plan/shifts${path}`, ...more });
  await draft((await enter('manager', '', { form: 'from=2026-05-04&weeks=1' })) as never);
  const { rosters } = await list((await enter('manager', '')) as never);
  const params = { rosterId: rosters[0]?.id ?? '' };
  const visit = (role: 'manager' | 'lead', more: object = {}) =>
    enter(role, `/${params.rosterId}/publication`, { params, ...more });
  return { ...desk, visit };
}

test('before the yes a manager sees whom he will tell what, and afterwards nothing is left to tell', async () => {
  const { visit } = await openPlan();
  const entered = await visit('manager');
  const { userId } = entered.context.get(personContext);
  expect(await readPublication(entered)).toEqual({ version: 0, people: [] });
  const json = { userId, date: '2026-05-05', from: '09:00', minutes: 540 };
  await put(await visit('manager', { json }));
  const startsAt = Date.parse('2026-05-05T06:00Z');
  expect(await readPublication(await visit('manager'))).toMatchObject({
    version: 1,
    people: [
      {
        name: 'manager',
        changes: [{ before: null, after: { startsAt, endsAt: startsAt + 540 * 60_000 }, isOver: false }],
      },
    ],
  });
  const unseen = await tell(await visit('manager', { form: 'version=0' }));
  expect(unseen).toMatchObject({ data: { error: { code: 'conflict' } } });
  const told = await tell(await visit('manager', { form: 'version=1' }));
  expect(told).toMatchObject({ done: { added: 1, people: 1 } });
  expect(await readPublication(await visit('manager'))).toEqual({ version: 2, people: [] });
});

test('a lead, who may not publish, is not shown what would be', async () => {
  const { visit } = await openPlan();
  await expect(async () => readPublication(await visit('lead'))).rejects.toMatchObject({
    init: { status: 403 },
  });
});
