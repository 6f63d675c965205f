import { expect, test, vi } from 'vitest';
import { openPracticeRoom } from '#carriers/practice.ts';
import { commit } from '#db/commit.ts';
import { requests } from '#db/tenant/schema/request.ts';
import { lines, subscribers } from '#db/tenant/schema/subscriber.ts';
import { makeLine, makeRequest, makeSubscriber, type RequestRow } from '#seeds/factories.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { practise } from './practise.ts';
import { readExercise } from './read-exercise.ts';

async function openWith(...rows: Partial<RequestRow>[]) {
  const { db } = await openTestTenant();
  await commit(db, [
    db.insert(subscribers).values(makeSubscriber(1, { name: 'Анна Серова' })),
    db.insert(lines).values(makeLine(1, { msisdn: '+79161234567', tariffName: 'Смарт' })),
    ...rows.map((row, n) =>
      db.insert(requests).values(makeRequest(n + 1, { lineId: makeLine(1).id, ...row })),
    ),
  ]);
  const carriers = {
    open: () => Promise.reject(new Error('No carrier account is opened to practise.')),
    titles: {},
    forms: {},
    instructions: () => ({ ru: '', en: '' }),
    practise: openPracticeRoom,
  };
  return { db, carriers, now: new Date('2026-03-10T09:00:00Z'), timeZone: 'Europe/Moscow' };
}
const failure = { class: 'invalid', code: '17', text: 'Номер 8 916 123-45-67 должен 300 рублей' } as const;

test('an exercise says what was wanted on a line of nobody, and neither who wanted it nor what came of it', async () => {
  const desk = await openWith({ state: 'refused', itemName: 'Запрет вызовов', failure });
  const exercise = await readExercise(desk, 0);
  expect(exercise).toMatchObject({ wish: 'option.connect', carrier: 'mts', line: { blocked: null } });
  expect(exercise?.options.map(({ name }) => name)).toContain(exercise?.item);
  expect(JSON.stringify(exercise)).not.toMatch(/Серова|9161234567|refused|должен/);
});

test('a dialog hears the terms, sends, and is judged by what the simulator did', async () => {
  const desk = await openWith({ state: 'done', kind: 'option.connect' });
  const { requestId = '', options = [], item } = (await readExercise(desk, 2)) ?? {};
  const itemCode = options.find(({ name }) => name === item)?.code ?? '';
  const chosen = { kind: 'option.connect', itemCode, reason: null } as const;
  const terms = await practise(desk, requestId, { step: 'preview', ...chosen });
  expect(terms).toMatchObject({ step: 'terms', byPerson: false, failure: null });
  expect(await practise(desk, requestId, { step: 'send', ...chosen })).toMatchObject({
    end: 'done',
    isWished: true,
    isWell: true,
    past: { result: 'done' },
  });
  const other = options.find(({ code }) => code !== itemCode)?.code ?? '';
  expect(await practise(desk, requestId, { step: 'send', ...chosen, itemCode: other })).toMatchObject({
    isWished: false,
    isWell: false,
  });
  expect(await practise(desk, requestId, { step: 'decline' })).toMatchObject({
    isSent: false,
    isWell: false,
  });
});

test('what the carrier would refuse is not sent but explained', async () => {
  const desk = await openWith({ state: 'refused', failure });
  const { requestId = '' } = (await readExercise(desk, 0)) ?? {};
  const end = await practise(desk, requestId, { step: 'decline' });
  expect(end).toMatchObject({ end: 'refused', isWell: true, past: { result: 'refused' } });
  expect(JSON.stringify(end)).not.toContain('123-45-67');
});

test('nothing leaves this process, and nothing is kept', async () => {
  const desk = await openWith({ state: 'done' });
  const dialled = vi.spyOn(globalThis, 'fetch');
  const before = await desk.db.select().from(requests);
  const { requestId = '' } = (await readExercise(desk, 2)) ?? {};
  const chosen = { kind: 'line.block', itemCode: null, reason: 'wish' } as const;
  await practise(desk, requestId, { step: 'send', ...chosen });
  expect(dialled).not.toHaveBeenCalled();
  expect(await desk.db.select().from(requests)).toEqual(before);
});

test('what is under way, and what holds free text, is no exercise', async () => {
  const desk = await openWith(
    { state: 'queued' },
    { state: 'done', kind: 'other', payload: { kind: 'other', task: 'Позвонить' } },
  );
  for (const n of [0, 1, 2, 3, 4]) expect(await readExercise(desk, n)).toBeNull();
  expect(await practise(desk, makeRequest(1).id, { step: 'decline' })).toBeNull();
});

test('a theft and a wish to be away are two different exercises of one kind', async () => {
  const block = (reason: 'theft' | 'wish') =>
    ({ kind: 'line.block', payload: { kind: 'line.block', reason } }) as const;
  const desk = await openWith({ state: 'done', ...block('wish') }, { state: 'done', ...block('theft') });
  const wishes = await Promise.all([2, 3].map(async (n) => (await readExercise(desk, n))?.wish));
  expect(wishes.sort()).toEqual(['line.block', 'line.theft']);
});
