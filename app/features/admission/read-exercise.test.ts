import { expect, test } from 'vitest';
import { commit } from '#db/commit.ts';
import { requests } from '#db/tenant/schema/request.ts';
import { lines, subscribers } from '#db/tenant/schema/subscriber.ts';
import { makeLine, makeRequest, makeSubscriber, type RequestRow } from '#seeds/factories.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { judgeExercise, readExercise } from './read-exercise.ts';

async function openWith(...rows: Partial<RequestRow>[]) {
  const { db } = await openTestTenant();
  await commit(db, [
    db.insert(subscribers).values(makeSubscriber(1, { name: 'Анна Серова' })),
    db.insert(lines).values(makeLine(1, { msisdn: '+79161234567', tariffName: 'Смарт' })),
    ...rows.map((row, n) =>
      db.insert(requests).values(makeRequest(n + 1, { lineId: makeLine(1).id, ...row })),
    ),
  ]);
  return db;
}
const failure = { class: 'invalid', code: '17', text: 'Номер 8 916 123-45-67 должен 300 рублей' } as const;

test('an exercise says what was wanted, and neither who wanted it nor what came of it', async () => {
  const db = await openWith({ state: 'refused', itemName: 'Интернет M', failure });
  const exercise = await readExercise(db, 0);
  expect(exercise).toMatchObject({
    wish: 'option.connect',
    item: 'Интернет M',
    tariffName: 'Смарт',
    carrier: 'mts',
  });
  expect(JSON.stringify(exercise)).not.toMatch(/Серова|1234567|refused|должен/);
});

test('what came of it is told afterwards, without the number that the carrier named', async () => {
  const db = await openWith({ state: 'refused', failure });
  const { requestId = '' } = (await readExercise(db, 0)) ?? {};
  const outcome = await judgeExercise(db, requestId, { kind: 'option.connect', result: 'done' });
  expect(outcome).toMatchObject({ isSameKind: true, isSameResult: false, result: 'refused' });
  expect(outcome?.failure?.text).toContain('должен 300 рублей');
  expect(outcome?.failure?.text).not.toContain('123-45-67');
});

test('what is under way, and what holds free text, is no exercise', async () => {
  const db = await openWith(
    { state: 'queued' },
    { state: 'done', kind: 'other', payload: { kind: 'other', task: 'Позвонить' } },
  );
  for (const n of [0, 1, 2, 3, 4]) expect(await readExercise(db, n)).toBeNull();
  const open = makeRequest(1).id;
  expect(await judgeExercise(db, open, { kind: 'option.connect', result: 'done' })).toBeNull();
});

test('a theft and a wish to be away are two different exercises of one kind', async () => {
  const block = (reason: 'theft' | 'wish') =>
    ({ kind: 'line.block', payload: { kind: 'line.block', reason } }) as const;
  const db = await openWith({ state: 'done', ...block('wish') }, { state: 'done', ...block('theft') });
  const wishes = await Promise.all([2, 3].map(async (n) => (await readExercise(db, n))?.wish));
  expect(wishes.sort()).toEqual(['line.block', 'line.theft']);
});
