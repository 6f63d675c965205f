import { expect, test } from 'vitest';
import type { Actor } from '#app/features/access/can.ts';
import { solveCase } from '#app/features/case/move-case.ts';
import { storeDefaultCard } from '#app/features/scorecard/store-default-card.ts';
import { commit } from '#db/commit.ts';
import { listCalibrationAnswers } from '#db/tenant/queries/calibrations.ts';
import { getCase } from '#db/tenant/queries/cases.ts';
import { agent, openCaseWorld } from '#tests/setup/test-cases.ts';
import { closeCalibration, markForCalibration, openCalibration } from './hold-calibration.ts';

const lead: Actor = { userId: 'lead-1', name: 'Зоя', roles: ['lead'] };
const other: Actor = { userId: 'lead-2', name: 'Глеб', roles: ['lead'] };
const answers = { smile: 5, emotion: 4, 'no-script': 3, answer: 1, promise: null, needs: 4, data: 1 };

test('marks are given once, by no one of his own work, and compared when the reference is whole', async () => {
  const world = await openCaseWorld();
  const { caseId } = await world.write('Не работает интернет');
  const number = (await getCase(world.db, caseId))?.number ?? 0;
  await commit(world.db, storeDefaultCard(world.db, { id: 'card', by: 'm', at: world.now() }));
  const open = (actor = lead, numbers = [number]) =>
    openCalibration(world.desk(actor), {
      id: 'calibration',
      title: 'Ноябрь',
      cardId: 'card',
      numbers,
      referenceBy: 'lead-1',
    });
  expect(await open()).toMatchObject({ error: { code: 'case-not-solved' } });
  await solveCase(world.desk(), { caseId });
  expect(await open(agent)).toMatchObject({ error: { code: 'forbidden' } });
  expect((await open()).ok).toBe(true);

  const mark = (actor: Actor, given = {}) =>
    markForCalibration(
      world.desk(actor),
      { calibrationId: 'calibration', subjectId: caseId },
      {
        ...answers,
        ...given,
      },
    );
  expect(await mark({ ...agent, roles: ['lead'] })).toMatchObject({ error: { code: 'own-work' } });
  expect(await mark(other, { smile: 6 })).toMatchObject({ error: { code: 'card-unanswered' } });
  expect(await mark(other)).toEqual({ ok: true, value: null });
  expect(await mark(other)).toMatchObject({ error: { code: 'marked-already' } });

  const close = () => closeCalibration(world.desk(other), 'calibration');
  expect(await close()).toMatchObject({ error: { code: 'reference-missing' } });
  await mark(lead);
  expect(await close()).toEqual({ ok: true, value: null });
  expect(await close()).toMatchObject({ error: { code: 'calibration-closed' } });
  expect(await mark({ ...other, userId: 'lead-3' })).toMatchObject({ error: { code: 'calibration-closed' } });
});

test('of those who end it, and mark, at the same time one ends it and no mark comes later', async () => {
  const world = await openCaseWorld();
  const { caseId } = await world.write('Не работает интернет');
  const number = (await getCase(world.db, caseId))?.number ?? 0;
  await commit(world.db, storeDefaultCard(world.db, { id: 'card', by: 'm', at: world.now() }));
  await solveCase(world.desk(), { caseId });
  const input = { title: 'Ноябрь', cardId: 'card', numbers: [number], referenceBy: 'lead-1' };
  await openCalibration(world.desk(lead), { id: 'calibration', ...input });
  const place = { calibrationId: 'calibration', subjectId: caseId };
  await markForCalibration(world.desk(lead), place, answers);
  const ends = [1, 2, 3].map(() => closeCalibration(world.desk(other), 'calibration'));
  const marks = [2, 3, 4].map((n) =>
    markForCalibration(world.desk({ ...other, userId: `lead-${n}` }), place, answers),
  );
  const ended = await Promise.all(ends);
  const marked = await Promise.all(marks);
  expect(ended.filter(({ ok }) => ok)).toHaveLength(1);
  const kept = await listCalibrationAnswers(world.db, 'calibration');
  expect(kept).toHaveLength(1 + marked.filter(({ ok }) => ok).length);
  for (const one of marked) if (!one.ok) expect(one.error.code).toBe('calibration-closed');
});
