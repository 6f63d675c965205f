import { v7 as uuid } from 'uuid';
import { beforeAll, expect, test } from 'vitest';
import type { Actor } from '#app/features/access/can.ts';
import { listMacros } from '#db/tenant/queries/macros.ts';
import { agent, colleague, openCaseWorld } from '#tests/setup/test-cases.ts';
import type { MacroForm } from './macro.ts';
import { removeMacro, saveMacro } from './save-macro.ts';

const lead: Actor = { userId: 'lead-1', name: 'Вера Лидова', roles: ['lead'] };
const client: Actor = { userId: 'client-1', name: 'Игорь', roles: ['client'] };
let world: Awaited<ReturnType<typeof openCaseWorld>>;
beforeAll(async () => {
  world = await openCaseWorld();
});

const macro = (title: string, isShared = false): MacroForm => ({
  title,
  body: 'Здравствуйте',
  actions: {},
  isShared,
});
async function save(who: Actor, form: MacroForm & { macroId?: string }) {
  const saved = await saveMacro(world.desk(who), form);
  if (!saved.ok) throw new Error(saved.error.code);
  return saved.value.id;
}
const titlesOf = async (who: Actor) => (await listMacros(world.db, who.userId)).map(({ title }) => title);

test('one sees one’s own macros and everybody’s, and changes only one’s own', async () => {
  const own = await save(agent, macro('Моя'));
  const shared = await save(lead, macro('Общая', true));
  expect(await titlesOf(agent)).toEqual(['Моя', 'Общая']);
  expect(await titlesOf(colleague)).toEqual(['Общая']);
  const missing = { error: { code: 'macro-not-found' } };
  for (const macroId of [own, shared, uuid()]) {
    expect(await saveMacro(world.desk(colleague), { ...macro('Чужая'), macroId })).toMatchObject(missing);
    expect(await removeMacro(world.desk(colleague), macroId)).toMatchObject(missing);
  }
  await save(agent, { ...macro('Моя новая'), macroId: own });
  expect(await titlesOf(agent)).toEqual(['Моя новая', 'Общая']);
  expect(await removeMacro(world.desk(lead), shared)).toMatchObject({ ok: true });
  expect(await removeMacro(world.desk(agent), own)).toMatchObject({ ok: true });
  expect(await titlesOf(agent)).toEqual([]);
});

test('a title is one’s own once, and everybody’s once', async () => {
  const taken = { error: { code: 'macro-title-taken' } };
  await save(agent, macro('Привет'));
  await save(colleague, macro('Привет'));
  await save(lead, macro('Привет', true));
  expect(await saveMacro(world.desk(), macro('Привет'))).toMatchObject(taken);
  expect(await saveMacro(world.desk(lead), macro('Привет', true))).toMatchObject(taken);
  const other = await save(agent, macro('Пока'));
  expect(await saveMacro(world.desk(), { ...macro('Привет'), macroId: other })).toMatchObject(taken);
});

test('an agent shares nothing, a client company writes nothing', async () => {
  const forbidden = { error: { code: 'forbidden' } };
  const own = await save(agent, macro('Только моя'));
  expect(await saveMacro(world.desk(), { ...macro('Всем', true), macroId: own })).toMatchObject(forbidden);
  expect(await saveMacro(world.desk(client), macro('Клиент'))).toMatchObject(forbidden);
  expect(await removeMacro(world.desk(client), own)).toMatchObject(forbidden);
});
