import { expect, test } from 'vitest';
import { solveCase } from '#app/features/case/move-case.ts';
import { ratings } from '#db/tenant/schema/rating.ts';
import { agent, openCaseWorld } from '#tests/setup/test-cases.ts';
import { rateCase } from './rate-case.ts';
import { ratingToken } from './rating-token.ts';

async function openSolved() {
  const world = await openCaseWorld();
  const { caseId } = await world.write('Не работает интернет');
  const { secretKey } = world.services;
  const rater = () => ({ db: world.db, secretKey, now: world.now() });
  const token = ratingToken(secretKey, world.db.tenantId, caseId);
  const solve = () => solveCase(world.desk(), { caseId });
  const rate = (given = token, stars = 4) =>
    rateCase(rater(), given, { stars, word: 'Спасибо', recommends: null });
  return { ...world, caseId, token, secretKey, solve, rate };
}

test('a solved case is rated once, to whose credit it was solved', async () => {
  const { db, caseId, solve, rate } = await openSolved();
  expect(await rate()).toMatchObject({ error: { code: 'rating-too-early' } });
  await solve();
  const both = await Promise.all([rate(), rate(undefined, 1)]);
  expect(both.map((one) => (one.ok ? 'rated' : one.error.code))).toEqual(['rated', 'rated-already']);
  expect(await db.select().from(ratings)).toMatchObject([{ caseId, agentId: agent.userId, stars: 4 }]);
  expect(await rate()).toMatchObject({ error: { code: 'rated-already' } });
});

test('a token is for one case of one client company, and only we sign it', async () => {
  const { solve, rate, caseId, token, secretKey } = await openSolved();
  await solve();
  const wide = `${caseId}.${'ё'.repeat(22)}`;
  const another = ratingToken(secretKey, 'another', caseId);
  for (const forged of ['', caseId, `${caseId}.`, `${token}x`, wide, another]) {
    expect(await rate(forged)).toMatchObject({ error: { code: 'rating-not-found' } });
  }
});
